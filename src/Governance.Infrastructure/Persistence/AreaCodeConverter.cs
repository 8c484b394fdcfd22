using Governance.Domain.Organisation;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Governance.Infrastructure.Persistence;

/// <summary>An area code is stored as its twelve digits.</summary>
public sealed class AreaCodeConverter() : ValueConverter<AreaCode, string>(code => code.Value, text => AreaCode.Parse(text));

namespace Governance.Web.Components.Shared;

/// <summary>One choice of a <see cref="Combobox"/>.</summary>
/// <param name="Value">What is stored: a code.</param>
/// <param name="Text">What is shown in the field once chosen.</param>
/// <param name="Hint">A second line in the list, e.g. the path above a village.</param>
public sealed record ComboItem(string Value, string Text, string? Hint = null);

using System.Text;
using Governance.Application.Imports;
using Governance.Domain.Cities;
using Governance.Infrastructure.Cities;

namespace Governance.Infrastructure.Imports;

/// <summary>What came of learning from a file of messages.</summary>
/// <param name="Messages">Messages with a class that the pack knows.</param>
/// <param name="Model">What was learnt from all of them; null when the file was refused or no message has a class.</param>
/// <param name="OfTable">The table alone, judged on the folds.</param>
/// <param name="OfModel">Table and model together, each fold judged by a model that has not seen it.</param>
/// <param name="Faults">What could not be read.</param>
public sealed record LessonReport(
    int Messages, CategoryModel? Model, IReadOnlyList<ValidationFold> OfTable, IReadOnlyList<ValidationFold> OfModel, IReadOnlyList<ImportFault> Faults);

/// <summary>Learns the category model of the city from messages that people have put into classes.</summary>
public static class CategoryLesson
{
    /// <summary>Reads a file of messages, the same that is imported as cases, judges by cross-validation and learns from all of them.</summary>
    /// <param name="contents">The pack whose classes and table are used.</param>
    /// <param name="path">A CSV file in UTF-8.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<LessonReport> RunAsync(CityPackContents contents, string path, CancellationToken ct = default)
    {
        var table = await MessageFile.OpenAsync(path, ct);
        if (table.IsRefused)
            return new LessonReport(0, null, [], [], table.Faults);
        var known = contents.MessageLabels.Select(l => l.Label).ToHashSet();
        var messages = MessageFile.Read(table).Where(m => known.Contains(m.Label)).Select(m => new LabelledText(m.Title, m.Body, m.Label)).ToList();
        if (messages.Count == 0)
            return new LessonReport(0, null, [], [], table.Faults);
        return new LessonReport(
            messages.Count, CategoryLearning.Learn(messages, [.. contents.MessageLabels.Select(l => l.Label)]),
            CategoryValidation.OfTable(messages, contents.Keywords, contents.MessageLabels),
            CategoryValidation.OfModel(messages, contents.Keywords, contents.MessageLabels, contents.Categories), table.Faults);
    }

    /// <summary>Writes the model into the pack; the running portal takes it with its next start.</summary>
    /// <param name="folder">Folder of the pack.</param>
    /// <param name="model">What was learnt.</param>
    /// <param name="ct">Stops it; the file is written whole or not at all.</param>
    public static async Task WriteAsync(string folder, CategoryModel model, CancellationToken ct = default)
    {
        var path = Path.Combine(folder, CategoryModelFile.Name);
        await File.WriteAllTextAsync(path + ".new", CategoryModelFile.Write(model), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), ct);
        File.Move(path + ".new", path, overwrite: true);
    }
}

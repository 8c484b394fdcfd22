namespace Governance.Web.Components.Shared;

/// <summary>Meaning of a tag's colour.</summary>
public enum TagTone
{
    /// <summary>Neither good nor bad.</summary>
    Plain,

    /// <summary>In work.</summary>
    Active,

    /// <summary>Well done.</summary>
    Good,

    /// <summary>Soon to be late, or wants attention.</summary>
    Warn,

    /// <summary>Late or failed.</summary>
    Late,
}

/// <summary>The classes behind tones; list pages write <c>&lt;span class="@tone.CssClass()"&gt;</c> and spare a component a cell.</summary>
public static class TagToneClasses
{
    /// <summary>The class attribute of a tag.</summary>
    public static string CssClass(this TagTone tone) => tone switch
    {
        TagTone.Active => "tag tag-active",
        TagTone.Good => "tag tag-good",
        TagTone.Warn => "tag tag-warn",
        TagTone.Late => "tag tag-late",
        _ => "tag",
    };

    /// <summary>The class that colours a text or number.</summary>
    public static string TextClass(this TagTone tone) => tone switch
    {
        TagTone.Good => "ok",
        TagTone.Warn => "warn",
        TagTone.Late => "late",
        _ => "",
    };
}

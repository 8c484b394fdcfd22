using System.Diagnostics.CodeAnalysis;

namespace Governance.Domain.Common;

/// <summary>Outcome of an operation that gives nothing back: done, or refused with one or more reasons.</summary>
public sealed class Result
{
    private Result(IReadOnlyList<Error> errors) => Errors = errors;

    /// <summary>The one success value.</summary>
    public static Result Ok { get; } = new([]);

    /// <summary>Why it was refused; empty on success.</summary>
    public IReadOnlyList<Error> Errors { get; }

    /// <summary>True when nothing was refused.</summary>
    public bool IsOk => Errors.Count == 0;

    /// <summary>The first reason of a refusal.</summary>
    public Error Error => Errors[0];

    /// <summary>A refusal for one reason.</summary>
    public static implicit operator Result(Error error) => new([error]);

    /// <summary>A refusal for several reasons at once, as a form needs them.</summary>
    public static Result Refused(IReadOnlyList<Error> errors) => new(errors);
}

/// <summary>Outcome of an operation that gives a value back: the value, or one or more reasons why not.</summary>
[SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "Refused reads as a sentence at the call.")]
public sealed class Result<T>
{
    private readonly T? _value;

    private Result(T? value, IReadOnlyList<Error> errors)
    {
        _value = value;
        Errors = errors;
    }

    /// <summary>Why it was refused; empty on success.</summary>
    public IReadOnlyList<Error> Errors { get; }

    /// <summary>True when there is a value.</summary>
    public bool IsOk => Errors.Count == 0;

    /// <summary>The value of a success; asking for it on a refusal is a bug and throws.</summary>
    public T Value => IsOk ? _value! : throw new InvalidOperationException($"No value: {Errors[0].Code}");

    /// <summary>The first reason of a refusal.</summary>
    public Error Error => Errors[0];

    /// <summary>A success whose type is an interface, for which C# allows no implicit conversion.</summary>
    public static Result<T> Ok(T value) => new(value, []);

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value, []);

    /// <summary>A refusal for one reason.</summary>
    public static implicit operator Result<T>(Error error) => new(default, [error]);

    /// <summary>A refusal for several reasons at once, as a form needs them.</summary>
    public static Result<T> Refused(IReadOnlyList<Error> errors) => new(default, errors);
}

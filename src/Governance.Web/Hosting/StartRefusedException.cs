namespace Governance.Web.Hosting;

/// <summary>The portal cannot start as asked; the message tells the operator, in Chinese, why and what to do.</summary>
public sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner);

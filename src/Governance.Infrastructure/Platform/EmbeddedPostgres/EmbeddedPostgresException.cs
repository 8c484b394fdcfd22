namespace Governance.Infrastructure.Platform;

/// <summary>The portal's own PostgreSQL cannot be had; the message tells the operator, in Chinese, what to do.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    /// <summary>A fault with its cause.</summary>
    public EmbeddedPostgresException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    internal static EmbeddedPostgresException BinariesMissing(string lookedIn) => new(
        $"未找到 PostgreSQL 程序（查找位置：{lookedIn}）。请安装：apt-get install postgresql；"
        + "或用环境变量 GOVERNANCE_PG_BIN 指明程序所在文件夹；或用 --connection 连接已有的数据库服务器。");

    internal static EmbeddedPostgresException MajorMissing(int wanted, string found) => new(
        $"数据文件夹由 PostgreSQL {wanted} 建立，而本机只有：{found}。请安装 postgresql-{wanted}，"
        + "或先用旧版导出、再在新数据文件夹中导入（见运维手册“升级 PostgreSQL”）。");

    internal static EmbeddedPostgresException TooOld(int major) => new(
        $"PostgreSQL {major} 过旧，需要 {PostgresBinaries.OldestMajor} 或更新的版本。");

    internal static EmbeddedPostgresException NoSystemUser(string user) => new(
        $"以 root 运行时，数据库须由系统用户 {user} 运行，而本机没有这个用户。请安装：apt-get install postgresql；或不要用 root 启动。");

    internal static EmbeddedPostgresException ClusterGone(string directory, string pointer) => new(
        $"数据库应在 {directory}，但该文件夹不存在或不完整。请从备份恢复；若确定要从空库开始，请删除 {pointer} 后重新启动。");

    internal static EmbeddedPostgresException Unreachable(string directory) => new(
        $"数据库在 {directory}，但运行数据库的系统用户现在进不去。请恢复上级各文件夹的进入权限（chmod o+x）后重试。");

    internal static EmbeddedPostgresException PasswordGone(string file) => new(
        $"数据库密码文件 {file} 不见了，无法连接自带数据库。请从备份恢复该文件。");

    internal static EmbeddedPostgresException NoAccess(string path, Exception inner) => new(
        $"没有权限读写 {path}。请用启动门户的同一系统用户（或 root）运行。", inner);

    internal static EmbeddedPostgresException DiskFull(string directory) => new(
        $"磁盘空间不足，数据库无法写入 {directory}。请清理磁盘或用 --data 换一个文件夹后重试。");

    internal static EmbeddedPostgresException PortTaken(int port) => new(
        $"端口 {port} 已被其他程序占用，数据库无法启动。请停止占用该端口的程序，或换一个端口。");

    internal static EmbeddedPostgresException OutOfMemory() => new(
        "内存不足，数据库无法启动。请释放内存后重试。");

    internal static EmbeddedPostgresException Busy(string file) => new(
        $"另一个门户程序正在启动或停止同一个数据库，等待超时（{file}）。请稍后重试。");

    internal static EmbeddedPostgresException Failed(string what, string details) => new(
        $"{what}。数据库的说明：{(details.Length == 0 ? "（无）" : details)}");
}

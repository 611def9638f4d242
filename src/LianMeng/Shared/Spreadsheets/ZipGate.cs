using System.Buffers.Binary;
using System.IO.Compression;

namespace LianMeng.Shared.Spreadsheets;

/// <summary>Opens a zip only after its directory has been weighed: count, declared lengths, ratio. Nothing is unpacked here.</summary>
internal static class ZipGate
{
    const int EndRecordLength = 22;
    const int LargestDirectoryEntry = 512;

    public static ZipArchive Open(Stream file, SpreadsheetLimits limits)
    {
        RefuseLargeDirectory(file, limits);
        file.Position = 0;
        var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            Weigh(archive, limits);
            return archive;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>The framework builds an object per directory entry before anyone can count them, so the directory's size is looked up in the end record first.</summary>
    static void RefuseLargeDirectory(Stream file, SpreadsheetLimits limits)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndRecordLength + ushort.MaxValue)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || tail.Length - end < EndRecordLength)
            throw SpreadsheetReader.Damaged();
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10));
        var directoryStart = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        // these values send the framework to a second directory (zip64) that would go unweighed
        if (directoryStart == uint.MaxValue || BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 4)) == ushort.MaxValue)
            throw SpreadsheetReader.Damaged();
        // the count may lie; where the directory starts cannot, or it is not found at all
        var directoryLength = file.Length - tail.Length + end - directoryStart;
        if (entries > limits.MaxEntries || directoryLength > (long)limits.MaxEntries * LargestDirectoryEntry)
            throw new SpreadsheetException($"文件内部的部件超过 {limits.MaxEntries} 个，不像正常的工作簿，已拒绝；请把名单复制到新的工作簿再上传。");
    }

    static void Weigh(ZipArchive archive, SpreadsheetLimits limits)
    {
        if (archive.Entries.Count > limits.MaxEntries)
            throw new SpreadsheetException($"文件内部的部件超过 {limits.MaxEntries} 个，不像正常的工作簿，已拒绝；请把名单复制到新的工作簿再上传。");
        long unpacked = 0, packed = 0;
        foreach (var entry in archive.Entries)
        {
            if (entry.IsEncrypted)
                throw new SpreadsheetException("压缩包设有密码，请取消密码后另存为 .xlsx 再上传。");
            unpacked += entry.Length;
            packed += entry.CompressedLength;
            RefuseRatio(entry.Length, entry.CompressedLength, limits);
            if (unpacked > limits.MaxUnpackedBytes)
                throw new SpreadsheetException($"工作簿展开后超过 {limits.MaxUnpackedBytes >> 20} MB，已拒绝；请删除空白行列的格式和图片，或拆成几个文件。");
        }
        RefuseRatio(unpacked, packed, limits);
    }

    static void RefuseRatio(long unpacked, long packed, SpreadsheetLimits limits)
    {
        if (unpacked > limits.RatioFreeBytes && unpacked > packed * limits.MaxRatio)
            throw new SpreadsheetException($"文件压缩比超过 {limits.MaxRatio}:1，不像正常的工作簿，已拒绝；请把名单复制到新的工作簿再上传。");
    }
}

namespace ValidCode.ErrorHandling;

/// <summary>Cleanup goes on, whatever fails: in Dispose, in finally, and just before a rethrow.</summary>
public sealed class TemporaryFile : IAsyncDisposable, IDisposable
{
    private readonly string _path = Path.GetTempFileName();
    private readonly FileStream _stream;

    public TemporaryFile() => _stream = File.OpenWrite(_path);

    public void Dispose()
    {
        try
        {
            _stream.Flush(flushToDisk: true);
            _stream.Dispose();
            File.Delete(_path);
        }
        catch (Exception)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _stream.FlushAsync();
            await _stream.DisposeAsync();
        }
        catch
        {
        }
    }

    public void Fill(byte[] content)
    {
        try
        {
            _stream.Write(content);
        }
        catch (Exception)
        {
            try
            {
                _stream.SetLength(0);
                _stream.Flush();
            }
            catch
            {
            }

            throw;
        }
        finally
        {
            try { File.WriteAllText(_path + ".done", ""); }
            catch { }
        }
    }

    /// <summary>What is already gone need not be deleted.</summary>
    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch
        {
        }
    }
}

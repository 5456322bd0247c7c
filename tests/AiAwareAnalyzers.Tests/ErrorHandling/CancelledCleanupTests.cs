using AiAwareAnalyzers.ErrorHandling;

namespace AiAwareAnalyzers.Tests.ErrorHandling;

public sealed class CancelledCleanupTests : RuleTests<CancelledCleanup, CancelledCleanupFix>
{
    [TestCase("try { await _work.SaveAsync(stop); } catch { await _work.RollbackAsync([|stop|]); throw; }",
        TestName = "In a catch of everything")]
    [TestCase("try { await _work.SaveAsync(stop); } catch (Exception) { await _work.RollbackAsync([|stop|]); throw; }",
        TestName = "In a catch of exceptions")]
    [TestCase(
        """try { await _work.SaveAsync(stop); } catch (OperationCanceledException) { await _work.RollbackAsync([|stop|]); throw; }""",
        TestName = "In a catch of cancellations")]
    [TestCase(
        """try { await _work.SaveAsync(stop); } catch (TaskCanceledException) { await _work.RollbackAsync([|stop|]); throw; }""",
        TestName = "In a catch of cancelled tasks")]
    [TestCase("try { await _work.SaveAsync(stop); } finally { await _work.ReleaseAsync([|stop|]); }",
        TestName = "In a finally")]
    [TestCase(
        """try { await _work.SaveAsync(stop); } catch (Exception e) when (e.Message != "") { await _work.RollbackAsync([|stop|]); throw; }""",
        TestName = "Behind a filter that lets cancellations pass")]
    [TestCase("""try { await _work.SaveAsync(stop); } catch (Exception) { await _work.CompensateAsync(1, [|stop|]); throw; }""",
        TestName = "A compensation")]
    [TestCase("try { await _work.SaveAsync(stop); } catch (Exception) { await _work.RevertAsync([|stop|]); throw; }",
        TestName = "A revert")]
    [TestCase("try { await _work.SaveAsync(stop); } catch (Exception) { await _work.UndoAsync([|stop|]); throw; }",
        TestName = "An undo")]
    [TestCase("try { await _work.SaveAsync(stop); } catch (Exception) { await _work.UnlockAsync([|stop|]); throw; }",
        TestName = "An unlock")]
    [TestCase(
        """try { await _work.SaveAsync(stop); } catch (Exception) { await _work.RollbackAsync([|stop|]).ConfigureAwait(false); throw; }""",
        TestName = "With ConfigureAwait")]
    [TestCase(
        """try { await _work.SaveAsync(token: stop); } catch (Exception) { await _work.RollbackAsync(token: [|stop|]); throw; }""",
        TestName = "By name")]
    [TestCase(
        """var mine = stop; try { await _work.SaveAsync(mine); } catch (Exception) { await _work.RollbackAsync([|mine|]); throw; }""",
        TestName = "In a local")]
    [TestCase("""try { await _work.SaveAsync(_stop); } catch (Exception) { await _work.RollbackAsync([|_stop|]); throw; }""",
        TestName = "In a field")]
    [TestCase(
        """try { await _work.SaveAsync(stop); } catch (Exception e) { if (e.Data.Count == 0) await _work.RollbackAsync([|stop|]); throw; }""",
        TestName = "Behind another question")]
    [TestCase(
        """try { await _work.SaveAsync(stop); } catch (InvalidOperationException) { throw; } catch (Exception) { await _work.RollbackAsync([|stop|]); throw; }""",
        TestName = "Behind another clause")]
    [TestCase(
        "try { await Task.Delay(5, stop); } catch (Exception) { await _work.RollBackAsync([|stop|]); throw; }",
        TestName = "In two words, after a pause")]
    public Task What_has_to_be_undone_ends_at_once(string code) => Flags(Job(code));

    [TestCase("try { await _work.SaveAsync(stop); } catch (Exception) { await _work.RollbackAsync(); throw; }",
        TestName = "No token")]
    [TestCase("""try { await _work.SaveAsync(stop); } catch (Exception) { await _work.RollbackAsync(CancellationToken.None); throw; }""",
        TestName = "None")]
    [TestCase("try { await _work.SaveAsync(stop); } catch (Exception) { await _work.RollbackAsync(default); throw; }",
        TestName = "Its default")]
    [TestCase("try { await _work.SaveAsync(stop); } catch (Exception) { await _work.RollbackAsync(other); throw; }",
        TestName = "Another token")]
    [TestCase("""try { await _work.SaveAsync(stop); } catch (Exception) { using var limit = new CancellationTokenSource(500); await _work.RollbackAsync(limit.Token); throw; }""",
        TestName = "A limit of its own")]
    [TestCase("try { await _work.SaveAsync(); } catch (Exception) { await _work.RollbackAsync(stop); throw; }",
        TestName = "Nothing in the try ends with it")]
    [TestCase("""try { await _work.SaveAsync(stop); } catch (OperationCanceledException) { throw; } catch (Exception) { await _work.RollbackAsync(stop); throw; }""",
        TestName = "Cancellations leave before")]
    [TestCase("""try { await _work.SaveAsync(stop); } catch (OperationCanceledException) when (stop.IsCancellationRequested) { throw; } catch (Exception) { await _work.RollbackAsync(stop); throw; }""",
        TestName = "The token's cancellations leave before")]
    [TestCase("""try { await _work.SaveAsync(stop); } catch (Exception e) when (e is not OperationCanceledException) { await _work.RollbackAsync(stop); throw; }""",
        TestName = "A filter keeps cancellations out")]
    [TestCase("""try { await _work.SaveAsync(stop); } catch (Exception e) when (!(e is OperationCanceledException)) { await _work.RollbackAsync(stop); throw; }""",
        TestName = "An older filter keeps cancellations out")]
    [TestCase("""try { await _work.SaveAsync(stop); } catch (Exception) when (!stop.IsCancellationRequested) { await _work.RollbackAsync(stop); throw; }""",
        TestName = "A filter asks the token")]
    [TestCase("""try { await _work.SaveAsync(stop); } catch (Exception) { if (!stop.IsCancellationRequested) await _work.RollbackAsync(stop); throw; }""",
        TestName = "The token is asked")]
    [TestCase("""try { await _work.SaveAsync(stop); } catch (InvalidOperationException) { await _work.RollbackAsync(stop); throw; }""",
        TestName = "Another failure")]
    [TestCase("""if (other.IsCancellationRequested) return; await _work.SaveAsync(stop); await _work.RollbackAsync(stop);""",
        TestName = "On the way that all goes")]
    [TestCase("try { await _work.SaveAsync(stop); await _work.RollbackAsync(stop); } catch (Exception) { throw; }",
        TestName = "In the try itself")]
    [TestCase("try { await _work.SaveAsync(stop); } catch (Exception) { await _work.SaveAsync(stop); throw; }",
        TestName = "Another attempt")]
    [TestCase("try { await _work.SaveAsync(stop); } catch (Exception) { await _work.NotifyAsync(stop); throw; }",
        TestName = "A word about it")]
    [TestCase("""try { await _work.SaveAsync(stop); } catch (Exception) { _later = () => _work.RollbackAsync(stop); throw; }""",
        TestName = "For later")]
    [TestCase("try { await _work.SaveAsync(stop); } finally { await _work.ReleaseAsync(CancellationToken.None); }",
        TestName = "In a finally, to its end")]
    [TestCase("try { await _work.SaveAsync(stop); } finally { _work.Restore(3); }", TestName = "Nothing that waits")]
    public Task What_can_come_to_its_end_is_fine(string code) => Allows(Job(code));

    [Test]
    public Task The_message_names_the_token() => Says(
        Job("try { await _work.SaveAsync(stop); } catch { await _work.RollbackAsync([|stop|]); throw; }"),
        "'RollbackAsync' is given 'stop', and where that was cancelled in the try, it ends before it has undone "
        + "anything; pass 'CancellationToken.None'");

    [TestCase("try { await _work.SaveAsync(stop); } catch { await _work.RollbackAsync([|stop|]); throw; }",
        "try { await _work.SaveAsync(stop); } catch { await _work.RollbackAsync(CancellationToken.None); throw; }",
        TestName = "Repaired")]
    [TestCase("""try { await _work.SaveAsync(stop); } catch { await _work.CompensateAsync(1, [|stop|] /* ours */); throw; }""",
        """try { await _work.SaveAsync(stop); } catch { await _work.CompensateAsync(1, CancellationToken.None /* ours */); throw; }""",
        TestName = "A comment stays, repaired")]
    public Task It_comes_to_its_end(string code, string repaired) => Fixes(Job(code), Job(repaired));

    private static string Job(string code) =>
        $$"""
        using System;
        using System.Threading;
        using System.Threading.Tasks;

        public interface IWork
        {
            Task SaveAsync(CancellationToken token = default(CancellationToken));
            Task RollbackAsync(CancellationToken token = default(CancellationToken));
            Task RollBackAsync(CancellationToken token);
            Task ReleaseAsync(CancellationToken token);
            Task CompensateAsync(int order, CancellationToken token);
            Task RevertAsync(CancellationToken token);
            Task UndoAsync(CancellationToken token);
            Task UnlockAsync(CancellationToken token);
            Task NotifyAsync(CancellationToken token);
            void Restore(int order);
        }

        public class Job
        {
            private readonly IWork _work;
            private readonly CancellationToken _stop;
            private Func<Task> _later;

            public Job(IWork work, CancellationToken stop)
            {
                _work = work;
                _stop = stop;
                _later = () => Task.CompletedTask;
            }

            public async Task RunAsync(CancellationToken stop, CancellationToken other)
            {
                {{code}}
                await _later();
            }
        }
        """;
}

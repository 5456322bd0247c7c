using FluentAssertions;
using Moq;
using Shouldly;
using Xunit;

namespace ValidCode.Testing;

public interface ILedger
{
    decimal BalanceOf(string account);

    Task<bool> BookAsync(string account, decimal amount);
}

public sealed class Accounts
{
    public const int MostBookings = 3;

    private readonly ILedger _ledger;
    private readonly List<string> _log = new();

    public Accounts(ILedger ledger) => _ledger = ledger;

    public IReadOnlyList<string> Log => _log;

    public decimal BalanceOf(string account) => _ledger.BalanceOf(account);

    public async Task<bool> WithdrawAsync(string account, decimal amount)
    {
        if (amount <= 0) throw new ArgumentOutOfRangeException(nameof(amount));
        if (_ledger.BalanceOf(account) < amount) return false;
        _log.Add(account);
        return await _ledger.BookAsync(account, -amount);
    }
}

public sealed class AccountsTests : IDisposable
{
    private readonly Mock<ILedger> _ledger = new(MockBehavior.Strict);
    private readonly Accounts _accounts;

    public AccountsTests() => _accounts = new Accounts(_ledger.Object);

    public void Dispose() => _ledger.VerifyNoOtherCalls();

    [Fact]
    public void The_limit_is_what_the_contract_says() => Assert.Equal(3, Accounts.MostBookings);

    [Fact]
    public async Task A_withdrawal_is_booked()
    {
        _ledger.Setup(ledger => ledger.BalanceOf("a")).Returns(10m);
        _ledger.Setup(ledger => ledger.BookAsync("a", -4m)).ReturnsAsync(true);
        var booked = await _accounts.WithdrawAsync("a", 4m);
        Assert.True(booked);
        _accounts.Log.Should().ContainSingle().Which.Should().Be("a");
        _ledger.Verify(ledger => ledger.BalanceOf("a"), Times.Once);
        _ledger.Verify(ledger => ledger.BookAsync("a", -4m), Times.Once);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Nothing_is_not_withdrawn(int amount)
    {
        Func<Task> withdraw = () => _accounts.WithdrawAsync("a", amount);
        await withdraw.Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(3, false)]
    public async Task More_than_there_is_is_refused(int balance, bool expected)
    {
        Expect(balance);
        if (expected) _ledger.Setup(ledger => ledger.BookAsync("a", -4m)).ReturnsAsync(true);
        (await _accounts.WithdrawAsync("a", 4m)).ShouldBe(expected);
        Verify(expected);
    }

    [Fact]
    public async Task A_booking_that_fails_is_the_callers_to_repeat()
    {
        _ledger.Setup(ledger => ledger.BalanceOf("a")).Returns(10m);
        _ledger.Setup(ledger => ledger.BookAsync("a", -4m)).ThrowsAsync(new TimeoutException("late"));
        await Assert.ThrowsAsync<TimeoutException>(() => _accounts.WithdrawAsync("a", 4m));
        Assert.NotEmpty(_accounts.Log);
        Assert.All(_accounts.Log, account => Assert.Equal("a", account));
        Verify(isBooked: true);
    }

    [Fact]
    public void The_balance_is_the_same_twice()
    {
        Expect(7);
        Assert.Equal(_accounts.BalanceOf("a"), _accounts.BalanceOf("a"));
        _ledger.Verify(ledger => ledger.BalanceOf("a"), Times.Exactly(2));
    }

    private void Expect(decimal balance) => _ledger.Setup(ledger => ledger.BalanceOf("a")).Returns(balance);

    private void Verify(bool isBooked)
    {
        _ledger.Verify(ledger => ledger.BalanceOf("a"), Times.Once);
        if (isBooked) _ledger.Verify(ledger => ledger.BookAsync("a", -4m), Times.Once);
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Library;

/// <summary>Screens at the counter.</summary>
public sealed class CounterHub : Hub
{
    public Task Watch(string counter) => Groups.AddToGroupAsync(Context.ConnectionId, counter);

    [Authorize(Policy = "librarian")]
    public Task SendCall(string counter, int number) => Clients.Group(counter).SendAsync("call", number);

    [Authorize(Policy = "librarian")]
    public Task CloseCounter(string counter) => Clients.Group(counter).SendAsync("closed");
}

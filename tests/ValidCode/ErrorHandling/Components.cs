using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;

namespace ValidCode.ErrorHandling;

/// <summary>The visitor reads a sentence, and whoever runs the program the exception.</summary>
public class TermsPage : ComponentBase
{
    private string? _error;
    private string? _terms;

    [Inject]
    public HttpClient Client { get; set; } = null!;

    [Inject]
    public ILogger<TermsPage> Logger { get; set; } = null!;

    public bool HasFailed => _error is not null || _terms is null;

    protected override async Task OnInitializedAsync()
    {
        try
        {
            _terms = await Client.GetStringAsync("terms");
        }
        catch (HttpRequestException exception)
        {
            Logger.LogError(exception, "The terms could not be read");
            _error = "The terms cannot be shown at the moment";
        }
    }
}

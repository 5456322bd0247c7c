using AiAwareAnalyzers.ToolTests.Samples;
using Microsoft.Playwright;

namespace AiAwareAnalyzers.ToolTests;

/// <summary>The page of a report in a real browser. <c>AIAWARE_BLESS=1</c> takes the pictures of docs/ anew.</summary>
public sealed class PageTests
{
    /// <summary>What texts must reach against what they stand on (WCAG AA).</summary>
    private const double LeastContrast = 4.5;

    private const int Narrow = 360;
    private const int Wide = 1100;

    private Browser _browser = null!;
    private string _page = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _browser = await Browser.Start();
        _page = DemoShop.Report().PathOf("report.html");
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_browser is not null) await _browser.DisposeAsync();
    }

    [TestCase(ColorScheme.Light, Wide)]
    [TestCase(ColorScheme.Dark, Narrow)]
    public async Task It_opens_without_a_complaint_and_asks_nobody(ColorScheme scheme, int width)
    {
        var (page, complaints) = await _browser.Open(_page, scheme, width);
        Assert.That(await page.TitleAsync(), Is.EqualTo("Shop: evidence"));
        Assert.That(await page.Locator("section").CountAsync(), Is.EqualTo(10));
        Assert.That(complaints, Is.Empty);
    }

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Every_text_can_be_read(ColorScheme scheme)
    {
        var (page, _) = await _browser.Open(_page, scheme, Wide);
        await OpenAllDetails(page);
        var weak = await page.EvaluateAsync<string[]>(WeakTexts, LeastContrast);
        Assert.That(weak, Is.Empty);
    }

    [Test]
    public async Task The_two_schemes_differ()
    {
        var (light, _) = await _browser.Open(_page, ColorScheme.Light, Wide);
        var (dark, _) = await _browser.Open(_page, ColorScheme.Dark, Wide);
        const string ground = "getComputedStyle(document.body).backgroundColor";
        Assert.That(
            await light.EvaluateAsync<string>(ground), Is.Not.EqualTo(await dark.EvaluateAsync<string>(ground)));
    }

    [Test]
    public async Task A_narrow_screen_scrolls_tables_and_never_the_page()
    {
        var (page, _) = await _browser.Open(_page, ColorScheme.Light, Narrow);
        await OpenAllDetails(page);
        Assert.That(
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(Narrow));
    }

    [Test]
    public async Task The_keyboard_reaches_everything_and_shows_where_it_is()
    {
        var (page, _) = await _browser.Open(_page, ColorScheme.Light, Wide);
        await page.Keyboard.PressAsync("Tab");
        Assert.That(await Focused(page), Is.EqualTo("To the content"));
        Assert.That(
            await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"),
            Is.EqualTo("solid"));
        await page.Keyboard.PressAsync("Enter");
        Assert.That(await page.EvaluateAsync<string>("document.activeElement.id"), Is.EqualTo("main"));

        var summary = page.Locator("details.group > summary").First;
        await summary.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.That(await page.Locator("details.group").First.GetAttributeAsync("open"), Is.Not.Null);
        Assert.That(
            await page.EvaluateAsync<int>(
                "[...document.querySelectorAll('.scroll')].filter(e => e.tabIndex !== 0).length"),
            Is.Zero);
    }

    [Test]
    public async Task A_drawing_has_a_name_and_the_numbers_of_its_table()
    {
        var (page, _) = await _browser.Open(_page, ColorScheme.Light, Wide);
        var drawing = page.GetByRole(AriaRole.Img, new() { NameRegex = new("Commits, fixes and rework by week") });
        Assert.That(await drawing.CountAsync(), Is.EqualTo(1));
        var drawn = await drawing.Locator("rect.harm title").AllTextContentsAsync();
        Assert.That(drawn, Has.Some.Match(@"^\d{4}-\d\d-\d\d: \d+"));
    }

    [Test]
    public async Task Headings_and_parts_have_an_order()
    {
        var (page, _) = await _browser.Open(_page, ColorScheme.Light, Wide);
        var levels = await page.EvaluateAsync<int[]>(
            "[...document.querySelectorAll('h1,h2,h3')].map(h => +h.tagName[1])");
        Assert.That(levels.Count(level => level == 1), Is.EqualTo(1));
        Assert.That(levels.Zip(levels.Skip(1), (before, after) => after - before), Has.All.LessThanOrEqualTo(1));
        var dangling = await page.EvaluateAsync<int>(
            "[...document.querySelectorAll('nav a')].filter(a => !document.getElementById(a.hash.slice(1))).length");
        Assert.That(dangling, Is.Zero);
    }

    [Test]
    public async Task What_is_printed_shows_what_is_folded()
    {
        var (page, _) = await _browser.Open(_page, ColorScheme.Dark, Wide);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.That(await page.Locator("details.how p").First.IsVisibleAsync(), Is.True);
        Assert.That(await page.Locator("nav").IsVisibleAsync(), Is.False);
        Assert.That(
            await page.EvaluateAsync<string>("getComputedStyle(document.body).color"), Is.EqualTo("rgb(0, 0, 0)"));
    }

    [TestCase(ColorScheme.Light, "report-light.png")]
    [TestCase(ColorScheme.Dark, "report-dark.png")]
    public async Task The_documents_show_it(ColorScheme scheme, string name)
    {
        var picture = Repository.PathOf("docs", "images", name);
        if (Environment.GetEnvironmentVariable("AIAWARE_BLESS") == "1")
        {
            var (page, _) = await _browser.Open(_page, scheme, 900);
            Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
            await page.ScreenshotAsync(new()
            {
                Path = picture, FullPage = true, Clip = new() { X = 0, Y = 0, Width = 900, Height = 2400 },
            });
        }

        Assert.That(picture, Does.Exist);
        Assert.That(new FileInfo(picture).Length, Is.LessThan(400_000));
    }

    private static Task<string> Focused(IPage page) =>
        page.EvaluateAsync<string>("document.activeElement.textContent.trim()");

    private static Task OpenAllDetails(IPage page) =>
        page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

    /// <summary>The texts whose contrast is too weak, as WCAG computes it.</summary>
    private const string WeakTexts =
        """
        least => {
          const rgb = text => (text.match(/[\d.]+/g) || []).map(Number);
          const part = value => { value /= 255; return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; };
          const light = color => 0.2126 * part(color[0]) + 0.7152 * part(color[1]) + 0.0722 * part(color[2]);
          const ground = element => {
            for (; element; element = element.parentElement) {
              const color = rgb(getComputedStyle(element).backgroundColor);
              if (color.length === 3 || color[3] > 0) return color;
            }
            return [255, 255, 255];
          };
          const weak = [];
          for (const element of document.querySelectorAll('body *')) {
            if (element.closest('title, desc, .skip')) continue;
            if (![...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim())) continue;
            const style = getComputedStyle(element);
            const color = rgb(element.closest('svg') ? style.fill : style.color);
            const [a, b] = [light(color), light(ground(element))];
            const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (contrast < least)
              weak.push(`${element.tagName}.${element.getAttribute('class')} ${contrast.toFixed(2)}`);
          }
          return [...new Set(weak)];
        }
        """;
}

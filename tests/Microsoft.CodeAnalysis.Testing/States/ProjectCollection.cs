namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Projects by name; a project comes into being when it is asked for.</summary>
public class ProjectCollection : Dictionary<string, ProjectState>
{
    private readonly string _defaultLanguage;
    private readonly string _defaultExtension;

    public ProjectCollection(string defaultLanguage, string defaultExtension)
    {
        _defaultLanguage = defaultLanguage;
        _defaultExtension = defaultExtension;
    }

    public new ProjectState this[string projectName] => this[projectName, _defaultLanguage];

    public ProjectState this[string projectName, string language]
    {
        get
        {
            if (TryGetValue(projectName, out var project))
                return project;

            project = new ProjectState(projectName, language, $"/{projectName}/Test", _defaultExtension);
            Add(projectName, project);
            return project;
        }
    }
}

namespace AiAwareAnalyzers.Tool.Setup;

/// <summary>What <c>init</c> writes for agents and for CI.</summary>
internal static class Texts
{
    public const string Agents =
        """
        ## Findings of AiAwareAnalyzers

        After each change run `aiaware check --format agent --since HEAD` and repair what it lists, from the top: each finding
        names the harm and the way out. Do not suppress a finding without a reason in the suppression, do not add to
        `AiAware.baseline`, and never write into `AiAware.reviews`: a reviewer signs. Say in the trailer of a commit who wrote
        it: `AI-Assisted: yes` or `AI-Assisted: no`.

        """;

    public const string Invariants =
        """
        # What must hold for this code base, one sentence a line, checked by the compiler (AIA1203):
        #   Shop.Domain may not use Microsoft.EntityFrameworkCore
        #   Shop.Payments.* may only be called by Shop.Checkout
        #   types named *Controller may not use DbContext
        #   public methods of Shop.Ledger must take CancellationToken
        #   Shop.* may not write static state

        """;

    public const string Hook =
        """
        #!/bin/sh
        # For the hooks of coding agents: run it after each edit. It ends with 2, which means "go on and repair", if the
        # lines that were changed hold new findings or do not compile.
        findings=$(aiaware check --format agent --since HEAD --fail-on note 2>&1) && exit 0
        echo "$findings" >&2
        exit 2

        """;

    public const string GitHub =
        """
        name: aiaware

        on: [pull_request]

        permissions:
          contents: read

        jobs:
          aiaware:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
                with:
                  fetch-depth: 0
              - uses: actions/setup-dotnet@v4
                with:
                  dotnet-version: 10.0.x
              - run: dotnet tool install --global AiAwareAnalyzers.Tool
              - run: aiaware baseline --check "origin/$GITHUB_BASE_REF"
              - run: aiaware check --format markdown >> "$GITHUB_STEP_SUMMARY"
              - run: aiaware report --out evidence
                if: always()
              - uses: actions/upload-artifact@v4
                if: always()
                with:
                  name: evidence
                  path: evidence

        """;

    public const string Azure =
        """
        steps:
          - checkout: self
            fetchDepth: 0
          - script: dotnet tool install --tool-path aiaware-tool AiAwareAnalyzers.Tool
          - script: aiaware-tool/aiaware baseline --check origin/main
          - script: aiaware-tool/aiaware check
          - script: aiaware-tool/aiaware report --out $(Build.ArtifactStagingDirectory)/evidence
            condition: always()
          - publish: $(Build.ArtifactStagingDirectory)/evidence
            artifact: evidence
            condition: always()

        """;

    public const string GitLab =
        """
        aiaware:
          image: mcr.microsoft.com/dotnet/sdk:10.0
          variables:
            GIT_DEPTH: 0
          script:
            - dotnet tool install --tool-path aiaware-tool AiAwareAnalyzers.Tool
            - aiaware-tool/aiaware baseline --check "origin/$CI_DEFAULT_BRANCH"
            - aiaware-tool/aiaware check
          after_script:
            - aiaware-tool/aiaware report --out evidence
          artifacts:
            when: always
            paths: [evidence]

        """;
}

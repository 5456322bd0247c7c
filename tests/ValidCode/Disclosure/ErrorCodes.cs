namespace ValidCode.Disclosure;

/// <summary>Codes that say what is wrong with a secret, and none that is one.</summary>
public static class SignInErrors
{
    public const string InvalidPassword = "SI-001";

    public const string VerificationCode = "SI-002";

    public const string UserNotFound = "SI-003";
}

using ValidCode.HallucinatedApi;

namespace Microsoft.Extensions.DependencyInjection
{
    /// <summary>Extensions stand in the namespace of what they extend, and work.</summary>
    public static class ParcelServices
    {
        public static IServiceCollection AddParcels(this IServiceCollection services)
        {
            services.AddSingleton(new Letter());
            return services;
        }
    }

    public sealed class ParcelServiceOptions
    {
        public ParcelServiceOptions() { }

        public string Depot { get; set; } = "";
    }
}

namespace System.Runtime.CompilerServices
{
    internal static class IsKnownEverywhere { }
}

using System.Text;
using Clinic;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddDbContext<ClinicContext>();
builder.Services.AddScoped<IAuthorizationHandler, DocumentAuthorHandler>();
builder.Services.AddSingleton<SignatureCheck>();
builder.Services.AddScoped<TokenIssuer>();

builder.Services
    .AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
    .AddJwtBearer(options => options.TokenValidationParameters = new TokenValidationParameters
    {
        ValidIssuer = builder.Configuration["Tokens:Issuer"],
        ValidAudience = builder.Configuration["Tokens:Audience"],
        IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(builder.Configuration["Tokens:Key"]!)),
        ClockSkew = TimeSpan.FromMinutes(1),
    });

builder.Services.AddAuthorization(options =>
{
    options.AddPolicy(Policies.ManagePatients, policy => policy.RequireRole("Doctor", "Nurse"));
    options.AddPolicy(Policies.ManageAppointments, policy => policy.RequireClaim("scope", "appointments"));
    options.AddPolicy(Policies.Prescribe, policy => policy.RequireRole("Doctor"));
    options.AddPolicy(Policies.EditDocument, policy => policy.AddRequirements(new DocumentAuthorRequirement()));
    options.AddPolicy(Policies.ReceptionDesk, policy => policy.RequireRole("Reception"));
    options.AddPolicy("scope:lab", policy => policy.RequireClaim("scope", "lab"));
});

builder.Services.AddControllers();
builder.Services.AddRazorPages(options => options.Conventions.AuthorizeFolder("/Reception", Policies.ReceptionDesk));

var app = builder.Build();

app.UseAuthentication();
app.UseAuthorization();
app.MapControllers();
app.MapRazorPages();

app.Run();

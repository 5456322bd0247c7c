using Microsoft.EntityFrameworkCore;

namespace Clinic;

public sealed class Patient
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public DateOnly Born { get; set; }
}

public sealed class Appointment
{
    public int Id { get; set; }

    public int PatientId { get; set; }

    public DateTimeOffset At { get; set; }

    public bool IsCancelled { get; set; }
}

public sealed class Prescription
{
    public int Id { get; set; }

    public string PatientUserId { get; set; } = "";

    public string Substance { get; set; } = "";

    public int Repeats { get; set; }
}

public sealed class RenewalRequest
{
    public int Id { get; set; }

    public string PatientUserId { get; set; } = "";

    public string Substance { get; set; } = "";
}

public sealed class Invoice
{
    public int Id { get; set; }

    public int PatientId { get; set; }

    public decimal Total { get; set; }

    public decimal Paid { get; set; }
}

public sealed class Document
{
    public int Id { get; set; }

    public string AuthorId { get; set; } = "";

    public string Text { get; set; } = "";
}

public sealed class LabResult
{
    public int Id { get; set; }

    public int PatientId { get; set; }

    public string Finding { get; set; } = "";
}

public sealed class Account
{
    public string Id { get; set; } = "";

    public string Email { get; set; } = "";

    public string Phone { get; set; } = "";

    public string PasswordHash { get; set; } = "";
}

public sealed class Announcement
{
    public int Id { get; set; }

    public string Text { get; set; } = "";
}

public sealed class ClinicContext : DbContext
{
    public ClinicContext(DbContextOptions<ClinicContext> options)
        : base(options)
    {
    }

    public DbSet<Patient> Patients => Set<Patient>();

    public DbSet<Appointment> Appointments => Set<Appointment>();

    public DbSet<Prescription> Prescriptions => Set<Prescription>();

    public DbSet<RenewalRequest> RenewalRequests => Set<RenewalRequest>();

    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<LabResult> LabResults => Set<LabResult>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<Account>().HasIndex(account => account.Email).IsUnique();
}

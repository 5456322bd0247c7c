using AiAwareAnalyzers.AuthScope;

namespace AiAwareAnalyzers.Tests.AuthScope;

[CSharp(12)]
public sealed class UncheckedTargetTests : RuleTests<UncheckedTarget>
{
    [Test]
    public Task A_row_deleted_by_another_id_is_flagged() => Flags(Service("""
        public void Delete(int documentId, int projectId)
        {
            if (_access.IsAuthorized(projectId)) [|_documents.Delete(documentId)|];
        }
        """));

    [Test]
    public Task The_message_names_both_ids() => Says(
        Service("""
            public void Delete(int documentId, int projectId)
            {
                if (_access.IsAuthorized(projectId)) [|_documents.Delete(documentId)|];
            }
            """),
        "'Delete' asks for permission on 'projectId', and 'Delete' then works on 'documentId', which nothing compares "
        + "with it: a user who may do this with a thing of their own does it with every user's (IDOR); load it, and "
        + "compare its own 'ProjectId' first");

    [Test]
    public Task A_row_read_by_another_id_is_flagged() => Flags(Service("""
        public Document? Get(int documentId, int projectId)
        {
            if (!_access.IsAuthorized(projectId)) return null;
            return [|_documents.Find(documentId)|];
        }
        """));

    [Test]
    public Task A_row_changed_by_another_id_is_flagged() => Flags(Service("""
        public void Rename(int documentId, int projectId, string name)
        {
            if (!_access.IsAuthorized(projectId)) throw new UnauthorizedAccessException();
            [|_documents.UpdateName(documentId, name)|];
        }
        """));

    [Test]
    public Task A_demand_that_throws_is_a_question_too() => Flags(Service("""
        public void Delete(int documentId, int projectId)
        {
            _access.EnsureAccess(projectId);
            [|_documents.Delete(documentId)|];
        }
        """));

    [Test]
    public Task An_awaited_permission_is_flagged() => Flags(Service("""
        public async Task Delete(Guid documentId, Guid projectId)
        {
            if (!await _access.HasPermissionAsync(projectId, "edit")) return;
            await [|_documents.DeleteAsync(documentId)|];
        }
        """));

    [Test]
    public Task Who_asks_may_be_asked_for_as_well() => Flags(Service("""
        public void Delete(int documentId, int projectId, int userId)
        {
            if (_access.HasAccess(userId, projectId)) [|_documents.Delete(documentId)|];
        }
        """));

    [Test]
    public Task A_verb_of_ability_is_a_question() => Flags(Service("""
        public void Delete(int documentId, int projectId)
        {
            if (_access.CanEdit(projectId)) [|_documents.Delete(documentId)|];
        }
        """));

    [Test]
    public Task Only_the_log_speaks_of_both() => Flags(Service("""
        public void Delete(int documentId, int projectId)
        {
            if (_access.IsAuthorized(projectId)) [|_documents.Delete(documentId)|];
            else Console.WriteLine(projectId);
        }
        """));

    [Test]
    public Task A_member_of_what_was_sent_is_flagged() => Flags(Service("""
        public void Update(Document document)
        {
            if (_access.IsAuthorized(document.ProjectId)) [|_documents.Replace(document)|];
        }
        """));

    [Test]
    public Task The_message_says_to_ask_for_the_stored_one() => Says(
        Service("""
            public void Update(Document document)
            {
                if (_access.IsAuthorized(document.ProjectId)) [|_documents.Replace(document)|];
            }
            """),
        "'Update' asks for permission on 'document.ProjectId', and 'Replace' then works on 'document', which nothing "
        + "compares with it: a user who may do this with a thing of their own does it with every user's (IDOR); load "
        + "the stored one, and ask for its 'ProjectId'");

    [Test]
    public Task Text_ids_are_flagged() => Flags(Service("""
        public void Delete(string documentId, string projectId)
        {
            if (_access.IsAllowed(projectId)) [|_documents.Remove(documentId)|];
        }
        """));

    [Test]
    public Task A_result_kept_before_it_is_used_is_flagged() => Flags(Service("""
        public string Get(int documentId, int projectId)
        {
            var allowed = _access.IsAuthorized(projectId);
            if (!allowed) return "";
            var document = [|_documents.Find(documentId)|];
            return document!.Name;
        }
        """));

    [Test]
    public Task A_conditional_answer_is_flagged() => Flags(Service("""
        public Document? Get(int documentId, int projectId) =>
            _access.IsAuthorized(projectId) ? [|_documents.Find(documentId)|] : null;
        """));

    [Test]
    public Task A_lambda_around_it_is_flagged() => Flags(Service("""
        public Action Later(int documentId, int projectId)
        {
            _access.EnsureAccess(projectId);
            return () => [|_documents.Delete(documentId)|];
        }
        """));

    [Test]
    public Task A_call_with_both_ids_is_allowed() => Allows(Service("""
        public void Delete(int documentId, int projectId)
        {
            if (_access.IsAuthorized(projectId)) _documents.DeleteIn(documentId, projectId);
        }
        """));

    [Test]
    public Task A_row_whose_place_is_compared_is_allowed() => Allows(Service("""
        public void Delete(int documentId, int projectId)
        {
            if (!_access.IsAuthorized(projectId)) return;
            if (_documents.Find(documentId)?.ProjectId != projectId) return;
            _documents.Delete(documentId);
        }
        """));

    [Test]
    public Task A_row_whose_place_is_asked_for_is_allowed() => Allows(Service("""
        public void Delete(int documentId, int projectId)
        {
            var document = _documents.Find(documentId)!;
            if (_access.IsAuthorized(document.ProjectId)) _documents.Delete(documentId);
        }
        """));

    [Test]
    public Task A_query_over_both_is_allowed() => Allows(Service("""
        public void Delete(int documentId, int projectId)
        {
            if (!_access.IsAuthorized(projectId)) return;
            var found = _all.Find(d => d.Id == documentId && d.ProjectId == projectId);
            if (found != null) _documents.Delete(documentId);
        }
        """));

    [Test]
    public Task A_permission_on_the_row_itself_is_allowed() => Allows(Service("""
        public void Delete(int documentId, int projectId)
        {
            if (_access.IsAuthorized(documentId)) _documents.Delete(documentId);
        }
        """));

    [Test]
    public Task A_permission_of_the_user_is_allowed() => Allows(Service("""
        public void Delete(int documentId, int userId)
        {
            if (_access.IsAuthorized(userId)) _documents.Delete(documentId);
        }
        """));

    [Test]
    public Task A_permission_by_name_is_allowed() => Allows(Service("""
        public void Delete(int documentId, int projectId)
        {
            if (_access.IsAllowed("documents.delete")) _documents.Delete(documentId);
        }
        """));

    [Test]
    public Task A_permission_on_two_ids_is_not_judged() => Allows(Service("""
        public void Delete(int documentId, int projectId, int folderId)
        {
            if (_access.HasAccess(folderId, projectId)) _documents.Delete(documentId);
        }
        """));

    [Test]
    public Task A_row_read_by_the_id_that_was_asked_for_is_allowed() => Allows(Service("""
        public Document? First(int projectId)
        {
            if (!_access.IsAuthorized(projectId)) return null;
            return _documents.Find(projectId);
        }
        """));

    [Test]
    public Task What_is_read_before_the_question_is_allowed() => Allows(Service("""
        public bool Knows(int documentId, int projectId)
        {
            var document = _documents.Find(documentId);
            return document != null && _access.IsAuthorized(projectId);
        }
        """));

    [Test]
    public Task A_list_of_the_place_is_allowed() => Allows(Service("""
        public List<Document> List(int projectId, int pageId)
        {
            if (!_access.IsAuthorized(projectId)) return [];
            return _all.Where(d => d.ProjectId == projectId && d.Id > pageId).ToList();
        }
        """));

    [Test]
    public Task What_is_added_replaces_nothing() => Allows(Service("""
        public void Add(Document document)
        {
            if (_access.IsAuthorized(document.ProjectId)) _documents.Add(document);
        }
        """));

    [Test]
    public Task A_stored_row_whose_place_is_asked_for_is_allowed() => Allows(Service("""
        public void Update(Document document)
        {
            var stored = _documents.Find(document.Id)!;
            if (!_access.IsAuthorized(stored.ProjectId) || !_access.IsAuthorized(document.ProjectId)) return;
            _documents.Replace(document);
        }
        """));

    [Test]
    public Task The_user_of_what_was_sent_is_no_place() => Allows(Service("""
        public void Update(Document document)
        {
            if (_access.IsAuthorized(document.OwnerId)) _documents.Replace(document);
        }
        """));

    [Test]
    public Task No_question_is_another_defect() => Allows(Service("""
        public void Delete(int documentId, int projectId) => _documents.Delete(documentId);
        """));

    [Test]
    public Task A_feature_is_no_permission() => Allows(Service("""
        public void Delete(int documentId, int projectId)
        {
            if (_access.IsEnabled(projectId)) _documents.Delete(documentId);
        }
        """));

    [Test]
    public Task A_row_that_must_stand_in_the_place_is_allowed() => Allows(Service("""
        public void Delete(int documentId, int projectId)
        {
            _access.EnsureAccess(projectId);
            if (!_documents.Find(documentId)!.ProjectId.Equals(projectId)) throw new InvalidOperationException();
            _documents.Delete(documentId);
        }
        """));

    [Test]
    public Task A_filter_by_place_beforehand_is_allowed() => Allows(Service("""
        public void Delete(int documentId, int projectId)
        {
            if (!_access.IsAuthorized(projectId)) return;
            if (_all.Where(d => d.ProjectId == projectId).All(d => d.Id != documentId)) return;
            _documents.Delete(documentId);
        }
        """));

    [Test]
    public Task A_double_is_allowed() => Allows(Service("""
        public void Delete(int documentId, int projectId)
        {
            if (_access.IsAuthorized(projectId)) _documents.Delete(documentId);
        }
        """).Replace("DocumentService", "FakeDocumentService"));

    [Test]
    public Task An_own_method_may_compare() => Allows(Service("""
        public void Delete(int documentId, int projectId)
        {
            if (_access.IsAuthorized(projectId) && Holds(projectId, documentId)) _documents.Delete(documentId);
        }

        private bool Holds(int place, int document) => _all.Exists(d => d.Id == document && d.ProjectId == place);
        """));

    private static string Service(string members) => $$"""
        public sealed class Document
        {
            public int Id { get; set; }
            public int ProjectId { get; set; }
            public int OwnerId { get; set; }
            public string Name { get; set; } = "";
        }

        public interface IAccess
        {
            bool IsAuthorized(int id);
            bool IsAllowed(string name);
            bool IsEnabled(int id);
            bool CanEdit(int id);
            bool HasAccess(int user, int id);
            void EnsureAccess(int id);
            Task<bool> HasPermissionAsync(Guid id, string permission);
        }

        public interface IDocuments
        {
            Document? Find(int id);
            void Add(Document document);
            void Replace(Document document);
            void UpdateName(int id, string name);
            void Delete(int id);
            void Remove(string id);
            void DeleteIn(int id, int place);
            Task DeleteAsync(Guid id);
        }

        public sealed class DocumentService
        {
            private readonly IAccess _access;
            private readonly IDocuments _documents;
            private readonly List<Document> _all = new();

            public DocumentService(IAccess access, IDocuments documents)
            {
                _access = access;
                _documents = documents;
            }

            {{members}}
        }
        """;
}

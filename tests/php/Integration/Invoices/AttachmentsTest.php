<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Clients\Client;
use Counterfoil\Invoices\Attachments\AttachedFile;
use Counterfoil\Invoices\Attachments\AttachmentRepository;
use Counterfoil\Invoices\Attachments\AttachmentsModule;
use Counterfoil\Invoices\Attachments\FileType;
use Counterfoil\Invoices\Attachments\Rest\AttachmentsController;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use RuntimeException;
use WP_REST_Response;
use WP_User;

/** Files of the agency's own: what is taken, whose they are, where they go, and when they end. */
final class AttachmentsTest extends IntegrationTestCase
{
    use FitsContract;
    use MakesInvoices;

    private const PDF = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n";

    private Client $client;
    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->client = $this->client();
        $this->staff = $this->administrator();
    }

    private function files(): AttachmentRepository
    {
        return $this->plugin()->module(AttachmentsModule::class)->files();
    }

    /**
     * @param non-empty-string $name
     * @param array<string, string> $headers
     * @param int<0, 8> $error
     */
    private function upload(string $name = 'Terms.pdf', string $bytes = self::PDF, ?int $user = null, array $headers = [], int $error = UPLOAD_ERR_OK): WP_REST_Response
    {
        $path = tempnam(get_temp_dir(), 'counterfoil-test');
        self::assertNotEmpty($path);
        file_put_contents($path, $bytes);
        try {
            return $this->rest('POST', '/counterfoil/v1/attachments', null, $user ?? $this->staff, $headers, files: ['file' => ['name' => $name, 'type' => 'text/html', 'tmp_name' => $path, 'error' => $error, 'size' => strlen($bytes)]]);
        } finally {
            wp_delete_file($path);
        }
    }

    /** @param non-empty-string $name */
    private function uploaded(string $name = 'Terms.pdf', string $bytes = self::PDF): int
    {
        return self::fits('attachments.upload', $this->upload($name, $bytes))['id'];
    }

    private function refused(WP_REST_Response $answer): string
    {
        self::assert_status(400, $answer);
        self::assertSame([], $this->plugin()->database()->rows("SELECT id FROM {$this->plugin()->database()->table('attachments')}"));

        return self::json($answer)['data']['fields']['/file'];
    }

    /**
     * @param list<int> $files
     * @return array<string, mixed>
     */
    private function drafted(array $files): array
    {
        return self::fits('invoices.create', $this->rest('POST', '/counterfoil/v1/invoices', $this->body($this->client->id, ['attachments' => $files]), $this->staff));
    }

    /** @return array<string, mixed> */
    private function sent(int $draft_id): array
    {
        return self::fits('invoices.send', $this->rest('POST', "/counterfoil/v1/invoices/{$draft_id}/send", ['version' => 1], $this->staff));
    }

    /** @return array<string, array{string, string}> */
    public static function files_that_are_taken(): array
    {
        return [
            'pdf' => ['a.PDF', self::PDF],
            'png' => ['a.png', "\x89PNG\r\n\x1A\nrest"],
            'jpg' => ['a.jpg', "\xFF\xD8\xFF\xE0rest"],
            'jpeg' => ['a.jpeg', "\xFF\xD8\xFF\xE0rest"],
            'gif' => ['a.gif', 'GIF89arest'],
            'webp' => ['a.webp', 'RIFF0000WEBPVP8 '],
            'docx' => ['a.docx', "PK\x03\x04....[Content_Types].xml"],
            'odt' => ['a.odt', str_pad("PK\x03\x04", 30, '.') . 'mimetypeapplication/vnd.oasis.opendocument.text'],
            'xls' => ['a.xls', "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest"],
            'zip' => ['a.zip', "PK\x03\x04rest"],
            'empty zip' => ['a.zip', "PK\x05\x06rest"],
            'csv' => ['a.csv', "\xEF\xBB\xBFname;sum\r\n\"Łódź\";1\r\n"],
            'old text' => ['a.txt', "Za\xBF\xF3\xB3\xE6\tg\xEA\x9Cl\xB9\n"],
        ];
    }

    /** @param non-empty-string $name */
    #[DataProvider('files_that_are_taken')]
    public function test_what_is_what_its_name_says_is_taken(string $name, string $bytes): void
    {
        $file = self::fits('attachments.upload', $this->upload($name, $bytes));
        self::assertSame([strlen($bytes), strtolower(pathinfo($name, PATHINFO_EXTENSION))], [$file['size'], $file['type']]);
        $kept = $this->files()->find($file['id']) ?? self::fail('It is not kept.');
        self::assertSame($bytes, $this->files()->bytes($kept));
    }

    /** @return array<string, array{string, string, string}> */
    public static function files_that_are_refused(): array
    {
        $type = 'Files of this type can’t be attached';
        $valid = 'isn’t a valid';

        return [
            'no ending' => ['invoice', self::PDF, $type],
            'a program' => ['invoice.exe', "MZ\x90\x00", $type],
            'a page' => ['page.html', '<html></html>', $type],
            'a drawing' => ['logo.svg', '<svg/>', $type],
            'php' => ['shell.php', '<?php', $type],
            'two endings' => ['invoice.pdf.phar', self::PDF, $type],
            'macros by name' => ['letter.docm', "PK\x03\x04[Content_Types].xml", $type],
            'a program called pdf' => ['invoice.pdf', "MZ\x90\x00", $valid],
            'a page called pdf' => ['invoice.pdf', "<html>%PDF-1.4", $valid],
            'a page called text' => ['notes.txt', " <!DOCTYPE html><script>alert(1)</script>", $valid],
            'php called text' => ['notes.txt', '<?php system($_GET[0]);', $valid],
            'a script called csv' => ['list.csv', "#!/bin/sh\nrm", $valid],
            'binary called text' => ['notes.txt', "a\x00b", $valid],
            'a zip called word' => ['letter.docx', "PK\x03\x04rest", $valid],
            'macros hidden' => ['letter.docx', "PK\x03\x04[Content_Types].xml word/vbaProject.bin", $valid],
            'a gif called png' => ['a.png', 'GIF89arest', $valid],
            'nothing' => ['a.pdf', '', 'This file is empty'],
        ];
    }

    /** @param non-empty-string $name */
    #[DataProvider('files_that_are_refused')]
    public function test_abuse_53_what_is_something_else_is_refused(string $name, string $bytes, string $why): void
    {
        self::assertStringContainsString($why, $this->refused($this->upload($name, $bytes)));
    }

    public function test_ten_megabytes_are_taken_and_one_byte_more_is_not(): void
    {
        $most = str_pad(self::PDF, 10_485_760, 'x');
        self::assertStringContainsString('larger than 10 MB', $this->refused($this->upload('a.pdf', $most . 'x')));
        $whole = $this->uploaded('a.pdf', $most);
        $one = $this->uploaded('b.txt', 'x');
        $draft = $this->drafted([$whole]);
        self::assertSame(10_485_760, $draft['attachments'][0]['size']);
        self::assertSame(hash('sha256', $most), hash('sha256', $this->files()->bytes($this->files()->of_invoice($draft['id'])[0])));

        $body = $this->body($this->client->id, ['attachments' => [$whole, $one], 'version' => 1]);
        $refused = $this->rest('PUT', "/counterfoil/v1/invoices/{$draft['id']}", $body, $this->staff);
        self::assert_status(400, $refused);
        self::assertStringContainsString('The limit is 10 MB', self::json($refused)['data']['fields']['/attachments']);
        self::assertCount(1, $this->files()->of_invoice($draft['id']));
        self::assertNull($this->files()->find($one)?->invoice_id);
    }

    public function test_ten_files_are_taken_and_eleven_are_not(): void
    {
        $files = array_map(fn (int $i): int => $this->uploaded("{$i}.pdf"), range(1, 11));
        self::assert_status(400, $this->rest('POST', '/counterfoil/v1/invoices', $this->body($this->client->id, ['attachments' => $files]), $this->staff));
        self::assertSame(array_map(static fn (int $i): string => "{$i}.pdf", range(1, 10)), array_column($this->drafted(array_slice($files, 0, 10))['attachments'], 'name'));
    }

    public function test_what_php_did_not_take_says_why(): void
    {
        self::assertStringContainsString('larger than this site accepts', $this->refused($this->upload(error: UPLOAD_ERR_INI_SIZE)));
        self::assertStringContainsString('interrupted', $this->refused($this->upload(error: UPLOAD_ERR_PARTIAL)));
        self::assertStringContainsString('Contact your host', $this->refused($this->upload(error: UPLOAD_ERR_NO_TMP_DIR)));
        self::assertSame('Choose a file.', $this->refused($this->rest('POST', '/counterfoil/v1/attachments', null, $this->staff)));
        // PHP drops all of a request beyond post_max_size.
        self::assertStringContainsString('larger than this site accepts', $this->refused($this->rest('POST', '/counterfoil/v1/attachments', null, $this->staff, ['Content-Length' => '999999999999'])));
    }

    /** @return array<string, array{string, string}> */
    public static function names(): array
    {
        return [
            'a path' => ['../../wp-config.php/../evil.pdf', 'evil.pdf'],
            'a path of Windows' => ['C:\\Users\\jane\\Terms.pdf', 'Terms.pdf'],
            'a header' => ["a\r\nX-Evil: 1.pdf", 'a X-Evil- 1.pdf'],
            'quotes' => ['a";filename=b.pdf', 'a-;filename=b.pdf'],
            'turned around' => ["invoice\u{202E}fdp.pdf", 'invoicefdp.pdf'],
            'hidden' => ['.htaccess.pdf', 'htaccess.pdf'],
            'nothing but an ending' => ['.pdf', 'file.pdf'],
            'other letters' => ['Załącznik nr 1.PDF', 'Załącznik nr 1.pdf'],
            'long' => [str_repeat('ż', 300) . '.pdf', str_repeat('ż', 116) . '.pdf'],
            'a tag' => ['<img onerror=1>.pdf', 'img onerror=1.pdf'],
        ];
    }

    #[DataProvider('names')]
    public function test_abuse_57_names_leave_no_folder_and_no_header(string $typed, string $kept): void
    {
        self::assertSame($kept, AttachedFile::safe_name($typed, FileType::Pdf));
    }

    public function test_it_is_mailed_beside_the_pdf_and_named(): void
    {
        $draft = $this->drafted([$this->uploaded('Załącznik nr 1.pdf'), $this->uploaded('Hours.csv', "day;hours\n")]);
        $attached = [];
        add_filter('pre_wp_mail', static function (?bool $sent, array $mail) use (&$attached): ?bool {
            $attached = array_map(static fn (string $path): string => (string) file_get_contents($path), $mail['attachments']);

            return $sent;
        }, 1, 2);
        $sent = $this->sent($draft['id']);
        $this->plugin()->module(SharedModule::class)->worker()->run(only: ['mail.send']);
        self::assertSame(["{$sent['number']}.pdf", 'Zalacznik-nr-1.pdf', 'Hours.csv'], array_keys($attached));
        self::assertSame([self::PDF, "day;hours\n"], array_slice(array_values($attached), 1));
        self::assertStringContainsString('Załącznik nr 1.pdf, Hours.csv', $this->outbox->to('ada@harbour.test')[0]['message']);
    }

    public function test_an_issued_bill_keeps_its_files_as_they_are(): void
    {
        $draft = $this->drafted([$this->uploaded()]);
        $this->sent($draft['id']);
        self::assert_status(409, $this->rest('PUT', "/counterfoil/v1/invoices/{$draft['id']}", $this->body($this->client->id, ['attachments' => [], 'version' => 2]), $this->staff));
        self::assert_status(409, $this->rest('DELETE', "/counterfoil/v1/invoices/{$draft['id']}", null, $this->staff));
        self::assertCount(1, $this->files()->of_invoice($draft['id']));

        $copy = self::fits('invoices.duplicate', $this->rest('POST', "/counterfoil/v1/invoices/{$draft['id']}/duplicate", null, $this->staff));
        self::assertSame(['Terms.pdf'], array_column($copy['attachments'], 'name'));
        self::assertNotSame($draft['attachments'][0]['id'], $copy['attachments'][0]['id']);
        self::assert_status(200, $this->rest('DELETE', "/counterfoil/v1/invoices/{$copy['id']}", null, $this->staff));
        self::assertNull($this->files()->find($copy['attachments'][0]['id']));
        self::assertSame(1, $this->rows_in('attachment_chunks'));
        self::assertSame(self::PDF, $this->files()->bytes($this->files()->of_invoice($draft['id'])[0]));
    }

    public function test_what_a_draft_loses_is_deleted_and_what_is_left_out_stays(): void
    {
        [$one, $two] = [$this->uploaded('1.pdf'), $this->uploaded('2.pdf')];
        $draft = $this->drafted([$one, $two]);
        $root = "/counterfoil/v1/invoices/{$draft['id']}";
        $kept = self::fits('invoices.update', $this->rest('PUT', $root, $this->body($this->client->id, ['version' => 1]), $this->staff));
        self::assertSame([$one, $two], array_column($kept['attachments'], 'id'));
        $turned = self::fits('invoices.update', $this->rest('PUT', $root, $this->body($this->client->id, ['version' => 2, 'attachments' => [$two, $one]]), $this->staff));
        self::assertSame([$two, $one], array_column($turned['attachments'], 'id'));
        $less = self::fits('invoices.update', $this->rest('PUT', $root, $this->body($this->client->id, ['version' => 3, 'attachments' => [$two]]), $this->staff));
        self::assertSame([$two], array_column($less['attachments'], 'id'));
        self::assertSame([1, 1], [$this->rows_in('attachments'), $this->rows_in('attachment_chunks')]);
    }

    public function test_somebody_elses_upload_and_another_bills_file_cannot_be_taken(): void
    {
        $mine = $this->uploaded();
        $other = $this->administrator();
        $by_other = fn (int $file): WP_REST_Response => $this->rest('POST', '/counterfoil/v1/invoices', $this->body($this->client->id, ['attachments' => [$file]]), $other);
        foreach ([$mine, 999_999] as $file) {
            self::assert_status(400, $by_other($file));
        }
        $this->drafted([$mine]);
        $taken = $this->rest('POST', '/counterfoil/v1/invoices', $this->body($this->client->id, ['attachments' => [$mine]]), $this->staff);
        self::assert_status(400, $taken);
        self::assertSame(['/attachments/0'], array_keys(self::json($taken)['data']['fields']));
        self::assertSame(1, $this->rows_in('invoices'));
    }

    public function test_who_may_look_downloads_it_and_nobody_else(): void
    {
        $draft = $this->drafted([$this->uploaded('Załącznik.pdf')]);
        $id = $draft['attachments'][0]['id'];
        $viewer = $this->user('subscriber');
        (new WP_User($viewer))->add_cap('counterfoil_view');
        $answer = $this->rest('GET', "/counterfoil/v1/attachments/{$id}", null, $viewer);
        self::assert_status(200, $answer);
        $download = $answer->get_data();
        self::assertInstanceOf(Download::class, $download);
        self::assertSame([self::PDF, 'application/pdf', "attachment; filename=\"Zalacznik.pdf\"; filename*=UTF-8''Za%C5%82%C4%85cznik.pdf"], [$download->bytes, $download->type, $download->disposition()]);
        self::assert_status(401, $this->rest('GET', "/counterfoil/v1/attachments/{$id}"));
        self::assert_status(403, $this->rest('GET', "/counterfoil/v1/attachments/{$id}", null, $this->user('subscriber')));
        self::assert_status(403, $this->upload(user: $viewer));
        $waiting = $this->rest('GET', '/counterfoil/v1/attachments/' . $this->uploaded(), null, $this->staff);
        self::assert_status(404, $waiting);
        self::assertSame($waiting->get_data(), $this->rest('GET', '/counterfoil/v1/attachments/999999', null, $this->staff)->get_data());
    }

    public function test_the_same_upload_twice_is_one_file(): void
    {
        $ids = array_map(fn (): int => self::json($this->upload(headers: ['Idempotency-Key' => 'upload-1']))['id'], [1, 2]);
        self::assertSame([$ids[0], 1], [$ids[1], $this->rows_in('attachments')]);
        self::assert_status(409, $this->upload('Other.pdf', headers: ['Idempotency-Key' => 'upload-1']));
    }

    public function test_an_upload_that_no_draft_took_ends_after_a_day(): void
    {
        $waiting = $this->uploaded();
        $kept = $this->drafted([$this->uploaded('kept.pdf')])['attachments'][0]['id'];
        $this->clock()->shift(23 * HOUR_IN_SECONDS);
        $this->files()->sweep();
        self::assertNotNull($this->files()->find($waiting));
        $this->clock()->shift(25 * HOUR_IN_SECONDS);
        $this->files()->sweep();
        self::assertNull($this->files()->find($waiting));
        self::assertNotNull($this->files()->find($kept));
        self::assertSame(1, $this->rows_in('attachment_chunks'));
    }

    public function test_bytes_that_are_not_what_was_uploaded_are_not_given_out(): void
    {
        $id = $this->uploaded();
        $this->plugin()->database()->execute("UPDATE {$this->plugin()->database()->table('attachments')} SET sha256 = ? WHERE id = ?", [str_repeat('0', 64), $id]);
        $this->expectException(RuntimeException::class);
        $this->files()->bytes($this->files()->find($id) ?? self::fail('It is not kept.'));
    }

    public function test_a_viewer_limited_to_other_clients_finds_nothing(): void
    {
        $draft = $this->drafted([$this->uploaded()]);
        $limited = Viewer::staff(Actor::system(), ['view'], [$this->client->id + 1]);
        $controller = new AttachmentsController($this->files(), $this->plugin()->module(AttachmentsModule::class)->attachments(), $this->plugin()->module(InvoicesModule::class)->invoices());
        $this->expectException(DomainError::class);
        $controller->get(new Request(['id' => $draft['attachments'][0]['id']], [], [], $limited));
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Invoices\Attachments\AttachedFile;
use Counterfoil\Invoices\Attachments\AttachmentsModule;
use Counterfoil\Invoices\Attachments\FileType;
use Counterfoil\Invoices\Drafts\DraftsModule;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Shared\Actor;

/** What came with an invoice, for its client and for nobody else. */
final class AttachmentInPortalTest extends PortalViewTestCase
{
    private const TEXT = "day;hours\n2026-11-02;4\n";

    private function attach(Invoice $invoice): AttachedFile
    {
        $files = $this->plugin->module(AttachmentsModule::class)->files();
        $file = $files->insert('Załącznik <1>.csv', FileType::Csv, self::TEXT, null);
        self::assertTrue($files->claim($file->id, $invoice->id));

        return $file;
    }

    public function test_the_client_sees_it_with_its_size_and_downloads_it(): void
    {
        $invoice = $this->issued($this->a);
        $file = $this->attach($invoice);

        $opened = $this->portal($this->contact_a, ['view' => 'invoice', 'id' => $invoice->id]);
        self::assertStringContainsString('Attached files', $opened->text());
        self::assertStringContainsString('Załącznik &lt;1&gt;.csv', $opened->html);
        self::assertStringContainsString('23 B', $opened->text());
        self::assertStringContainsString("view=file&amp;id={$file->id}", str_replace('&#038;', '&amp;', $opened->html));
        $download = $this->portal($this->contact_a, ['view' => 'file', 'id' => $file->id])->download;
        self::assertSame([self::TEXT, 'text/csv'], [$download?->bytes, $download?->type]);
        self::assertStringStartsWith('attachment; filename="Zalacznik-1-.csv"; filename*=UTF-8\'\'Za%C5%82', (string) $download?->disposition());
    }

    public function test_abuse_01_somebody_elses_a_drafts_and_an_upload_are_not_there(): void
    {
        $files = $this->plugin->module(AttachmentsModule::class)->files();
        $of_b = $this->attach($this->issued($this->b));
        $waiting = $files->insert('Terms.pdf', FileType::Pdf, '%PDF-', null);
        $terms = $this->plugin->module(InvoicesModule::class)->invoices()->terms($this->issued($this->a));
        $of_draft = $this->attach($this->plugin->module(DraftsModule::class)->create()->handle($terms, Actor::system()));
        $nothing = $this->portal($this->contact_a, ['view' => 'file', 'id' => 999_999]);
        foreach ([$of_b, $waiting, $of_draft] as $file) {
            $opened = $this->portal($this->contact_a, ['view' => 'file', 'id' => $file->id]);
            self::assertSame([404, null], [$opened->status, $opened->download]);
            self::assertSame($nothing->html, $opened->html);
        }
    }

    public function test_who_is_logged_out_is_asked_to_log_in(): void
    {
        $file = $this->attach($this->issued($this->a));
        $opened = $this->open((int) $this->portal->portal_page_id, ['view' => 'file', 'id' => $file->id]);
        self::assertStringContainsString('redirect_to', (string) $opened->redirect);
        self::assertSame([null, ''], [$opened->download, $opened->html]);
    }
}

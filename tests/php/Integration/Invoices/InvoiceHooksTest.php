<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Viewer;
use Counterfoil\Tests\Support\IntegrationTestCase;

/** Each step of an invoice is told once, after the commit, and stands in its timeline. */
final class InvoiceHooksTest extends IntegrationTestCase
{
    use MakesInvoices;

    private const HOOKS = ['invoice_created', 'invoice_updated', 'invoice_recipients_chosen', 'invoice_deleted', 'invoice_issued', 'invoice_paid', 'invoice_resent', 'invoice_opened', 'invoice_note_added', 'invoice_note_deleted'];

    public function test_each_step_is_told_once(): void
    {
        $told = [];
        foreach (self::HOOKS as $hook) {
            add_action("counterfoil_{$hook}", function (int ...$arguments) use ($hook, &$told): void {
                self::assertFalse($this->plugin()->database()->is_in_transaction(), $hook);
                $told[] = [$hook, ...$arguments];
            }, 10, 2);
        }
        $staff = $this->administrator();
        $invoices = $this->plugin()->module(InvoicesModule::class);
        $client = $this->client();
        $draft = $this->draft($client);
        $root = '/counterfoil/v1/invoices';
        $this->rest('PUT', "{$root}/{$draft->id}", $this->body($client->id) + ['version' => 1], $staff);
        $this->rest('PUT', "{$root}/{$draft->id}/recipients", ['to' => ['ada@harbour.test'], 'cc' => []], $staff);
        $this->rest('POST', "{$root}/{$draft->id}/send", ['version' => 2], $staff);
        $this->clock()->shift(60);
        $this->rest('POST', "{$root}/{$draft->id}/resend", null, $staff);
        foreach ([1, 2] as $_) {
            $invoices->mark_opened()->handle($invoices->invoices()->get($draft->id, Viewer::system()), Actor::system());
        }
        $note = self::json($this->rest('POST', "{$root}/{$draft->id}/notes", ['body' => 'Call them'], $staff))['id'];
        $this->rest('DELETE', "/counterfoil/v1/notes/{$note}", null, $staff);
        $copy = self::json($this->rest('POST', "{$root}/{$draft->id}/duplicate", null, $staff))['id'];
        $this->rest('DELETE', "{$root}/{$copy}", null, $staff);

        self::assertSame([
            ['invoice_created', $draft->id],
            ['invoice_updated', $draft->id],
            ['invoice_recipients_chosen', $draft->id],
            ['invoice_issued', $draft->id],
            ['invoice_resent', $draft->id],
            ['invoice_opened', $draft->id],
            ['invoice_note_added', $note, $draft->id],
            ['invoice_note_deleted', $note, $draft->id],
            ['invoice_created', $copy],
            ['invoice_deleted', $copy, $client->id],
        ], $told);
        self::assertSame(['invoice.created', 'invoice.updated', 'invoice.recipients_chosen', 'invoice.sent', 'invoice.resent', 'invoice.opened', 'invoice.note_added', 'invoice.note_deleted'], $this->happened($draft->id));
        self::assertSame(['invoice.duplicated', 'invoice.deleted'], $this->happened($copy));
    }

    public function test_what_is_refused_is_not_told(): void
    {
        $draft = $this->draft($this->client());
        $told = 0;
        foreach (self::HOOKS as $hook) {
            add_action("counterfoil_{$hook}", static function () use (&$told): void {
                ++$told;
            });
        }
        $body = $this->body($draft->client_id, ['lines' => [$this->line(['discount' => ['type' => 'amount', 'amount' => 99_999_999]])]]);
        $refused = $this->rest('PUT', "/counterfoil/v1/invoices/{$draft->id}", $body + ['version' => 1], $this->administrator());

        self::assert_status(400, $refused);
        self::assertSame(0, $told);
        self::assertEquals(InvoiceTerms::from_wire($this->body($draft->client_id))->totals()->total, $draft->total);
    }
}

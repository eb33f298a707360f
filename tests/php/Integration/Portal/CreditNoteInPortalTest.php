<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNote;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

final class CreditNoteInPortalTest extends PortalViewTestCase
{
    public function test_the_client_sees_it_with_the_invoice_and_downloads_it(): void
    {
        $invoice = $this->issued($this->a);
        $note = $this->credit($invoice, 4000);

        $opened = $this->portal($this->contact_a, ['view' => 'invoice', 'id' => $invoice->id]);
        foreach (["{$note->number} · Cancelled in March", 'Credited', '−€40.00', 'Amount due', '€60.00', "Download credit note {$note->number}"] as $words) {
            self::assertStringContainsString($words, $opened->text());
        }
        self::assertStringContainsString("view=credit-note&amp;id={$note->id}", str_replace('&#038;', '&amp;', $opened->html));
        $pdf = $this->portal($this->contact_a, ['view' => 'credit-note', 'id' => $note->id])->download;
        self::assertSame([$this->plugin->module(CreditNotesModule::class)->archive()->pdf($note->id), "{$note->number}.pdf"], [$pdf?->bytes, $pdf?->filename]);
    }

    public function test_the_client_sees_the_credit_balance(): void
    {
        self::assertStringNotContainsString('Your credit balance', $this->portal($this->contact_a, ['view' => 'invoices'])->text());
        $this->plugin->module(CreditModule::class)->prepay()->handle($this->a->id, Money::of(6200, 'EUR'), OfflineMethod::Cash, $this->plugin->module(BusinessModule::class)->calendar()->today(), '', Viewer::system(), 'ahead');

        self::assertStringContainsString('Your credit balance: €62.00', $this->portal($this->contact_a, ['view' => 'invoices'])->text());
        self::assertStringNotContainsString('Your credit balance', $this->portal($this->contact_b, ['view' => 'invoices'])->text());
    }

    public function test_the_client_has_a_list_of_them_and_others_see_none(): void
    {
        self::assertStringNotContainsString('Credit notes', $this->portal($this->contact_a, ['view' => 'invoices'])->text(), 'Without any there is no tab.');
        $one = $this->credit($this->issued($this->a), 4000);
        $two = $this->credit($this->issued($this->a), 1500);
        $this->credit($this->issued($this->b), 900);
        self::assertStringContainsString('Credit notes', $this->portal($this->contact_a, ['view' => 'invoices'])->text());
        $opened = $this->portal($this->contact_a, ['view' => 'credit-notes']);

        foreach ([$one->number, $two->number, 'Cancelled in March', '€40.00', '€15.00'] as $words) {
            self::assertStringContainsString($words, $opened->text());
        }
        self::assertStringNotContainsString('€9.00', $opened->text());
        self::assertStringContainsString("view=credit-note&amp;id={$two->id}", str_replace('&#038;', '&amp;', $opened->html));
        $before = $this->portal($this->contact_a, ['view' => 'credit-notes', 'before' => $two->id])->text();
        self::assertStringContainsString($one->number, $before);
        self::assertStringNotContainsString($two->number, $before);
    }

    public function test_abuse_01_somebody_elses_is_not_there(): void
    {
        $note = $this->credit($this->issued($this->b), 4000);
        $opened = $this->portal($this->contact_a, ['view' => 'credit-note', 'id' => $note->id]);

        self::assertSame([404, null], [$opened->status, $opened->download]);
        self::assertSame($this->portal($this->contact_a, ['view' => 'credit-note', 'id' => 999_999])->html, $opened->html);
    }

    private function credit(Invoice $invoice, int $amount): CreditNote
    {
        return $this->plugin->module(CreditNotesModule::class)->credit()->handle($invoice->id, $invoice->version, CreditExtent::amount($amount), 'Cancelled in March', Surplus::Keep, Viewer::system(), "key-{$invoice->id}");
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Shared\Money\Money;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\ReadsOverview;

/** Whatever the contract lets in is shown everywhere, sums of many such too, to the last digit. */
final class LargeSumsTest extends PortalViewTestCase
{
    use FitsContract;
    use ReadsOverview;

    public function test_abuse_67_who_owes_twice_the_largest_amount_sees_every_page(): void
    {
        $invoices = array_map(fn (): object => $this->issued($this->a, ['lines' => [['plan_id' => null, 'description' => 'A bridge', 'quantity' => '1', 'unit_price' => Money::MAX, 'discount' => null, 'tax' => ['name' => 'VAT', 'rate' => '0', 'category' => 'O']]]]), range(1, 3));
        $overview = $this->portal($this->contact_a);

        self::assertSame(200, $overview->status);
        self::assertStringContainsString('€30,000,000,000.00', $overview->text());
        $block = '<!-- wp:counterfoil/invoices /--><!-- wp:counterfoil/pay-button /-->';
        foreach ([['view' => 'invoices'], ['view' => 'invoice', 'id' => $invoices[0]->id], ['view' => 'pay', 'id' => $invoices[0]->id], ['view' => 'account']] as $query) {
            $page = $this->portal($this->contact_a, $query);
            self::assertSame(200, $page->status);
            self::assertStringNotContainsString('can’t be shown', $page->text(), (string) json_encode($query));
        }
        self::assertStringContainsString('€10,000,000,000.00', $this->open($this->page_with($block), [], $this->contact_a)->text());
    }

    public function test_abuse_67_what_was_paid_three_times_over_is_shown_too(): void
    {
        $this->leave_books_unequal();
        $invoice = $this->issued($this->a, ['lines' => [['plan_id' => null, 'description' => 'A bridge', 'quantity' => '1', 'unit_price' => Money::MAX, 'discount' => null, 'tax' => ['name' => 'VAT', 'rate' => '0', 'category' => 'O']]]]);
        $this->plugin->database()->update('invoices', ['paid' => 4 * Money::MAX, 'due' => 0, 'settlement' => 'paid', 'paid_at' => '2026-11-26 00:00:00'], ['id' => $invoice->id]);
        $this->plugin->database()->insert('ledger_clients', ['client_id' => $this->a->id, 'currency' => 'EUR', 'received' => 4 * Money::MAX, 'credit' => 3 * Money::MAX]);
        $page = $this->portal($this->contact_a, ['view' => 'invoice', 'id' => $invoice->id]);

        self::assertStringContainsString('−€40,000,000,000.00', $page->text());
        self::assertStringContainsString('€30,000,000,000.00', $page->text());
        $staff = $this->administrator();
        foreach (['/overview', '/invoices', '/invoices/summary', '/clients', "/invoices/{$invoice->id}"] as $path) {
            self::assert_status(200, $this->rest('GET', "/counterfoil/v1{$path}", user: $staff));
        }
        self::assertStringContainsString('"amount":' . 3 * Money::MAX, (string) json_encode($this->rest('GET', "/counterfoil/v1/clients/{$this->a->id}", user: $staff)->get_data()));
    }

    public function test_abuse_67_the_sum_of_a_thousand_such_is_one_number(): void
    {
        $this->leave_books_unequal();
        $invoice = $this->issued($this->a, ['lines' => [['plan_id' => null, 'description' => 'A bridge', 'quantity' => '1', 'unit_price' => Money::MAX, 'discount' => null, 'tax' => ['name' => 'VAT', 'rate' => '0', 'category' => 'O']]]]);
        $database = $this->plugin->database();
        $row = $database->row("SELECT * FROM {$database->table('invoices')} WHERE id = ?", [$invoice->id]) ?? [];
        unset($row['id']);
        for ($i = 0; $i < 999; $i++) {
            $database->insert('invoices', ['number' => "BIG-{$i}", 'series_number' => 10_000 + $i] + $row);
        }

        self::assertStringContainsString('€10,000,000,000,000.00', $this->portal($this->contact_a)->text());
        self::assertContains(['amount' => 1000 * Money::MAX, 'currency' => 'EUR'], self::figure($this->overview_of($this->administrator()), 'outstanding')['sums']);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Portal;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Payments\Credit\CreditModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** The client's own statement of account, without any script. */
final class StatementInPortalTest extends PortalViewTestCase
{
    public function test_the_client_sees_each_entry_and_what_is_left(): void
    {
        $invoice = $this->issued($this->a);
        $this->prepay($this->a->id, 2500);

        $opened = $this->portal($this->contact_a, ['view' => 'statement']);
        self::assertStringContainsString('Opening balance€0.00 Closing balance€75.00 Outstanding€100.00 Credit balance€25.00', $opened->text());
        self::assertStringContainsString("Invoice {$invoice->number} €100.00 Balance €100.00", $opened->text());
        self::assertStringContainsString('Payment · Cash −€25.00 Balance €75.00', $opened->text());
        self::assertMatchesRegularExpression('/aria-current="page">\s*Statement/', $opened->html);
    }

    public function test_a_period_of_ones_own_and_its_files(): void
    {
        $this->issued($this->a);
        $today = $this->today();
        $own = ['period' => 'custom', 'from' => $today, 'to' => $today, 'currency' => 'EUR'];
        self::assertStringContainsString('Closing balance€100.00', $this->portal($this->contact_a, ['view' => 'statement'] + $own)->text());
        self::assertStringContainsString('No entries in this period', $this->portal($this->contact_a, ['view' => 'statement', 'period' => 'last_year'])->text());

        $pdf = $this->portal($this->contact_a, ['view' => 'statement-pdf'] + $own)->download;
        self::assertSame(["statement-{$this->a->id}-{$today}-{$today}-EUR.pdf", '%PDF-'], [$pdf?->filename, substr((string) $pdf?->bytes, 0, 5)]);
        $csv = $this->portal($this->contact_a, ['view' => 'statement-csv'] + $own)->download;
        self::assertStringContainsString("{$today},Closing balance,EUR,,,100.00", (string) $csv?->bytes);
    }

    public function test_dates_that_make_no_sense_are_said_and_kept_in_the_form(): void
    {
        $opened = $this->portal($this->contact_a, ['view' => 'statement', 'period' => 'custom', 'from' => '2026-05-02', 'to' => '2026-05-01', 'currency' => 'QQQ', 'after' => 'x.y']);
        self::assertSame(200, $opened->status);
        self::assertStringContainsString('The last day can’t be before the first day.', $opened->text());
        self::assertStringContainsString('value="2026-05-02"', $opened->html);
    }

    public function test_abuse_01_it_is_the_readers_own(): void
    {
        $this->issued($this->b);
        $opened = $this->portal($this->contact_a, ['view' => 'statement', 'id' => $this->b->id, 'client' => $this->b->id, '_client' => $this->b->id]);
        self::assertStringNotContainsString('€100.00', $opened->text());
    }

    public function test_many_entries_go_on_on_the_next_page(): void
    {
        foreach (range(1, 51) as $i) {
            $this->prepay($this->a->id, 100);
        }
        $first = $this->portal($this->contact_a, ['view' => 'statement']);
        self::assertSame(50, substr_count($first->html, 'cf-entries__text'));
        preg_match('/href="([^"]+after=[^"]+)"/', $first->html, $link);
        parse_str((string) wp_parse_url(html_entity_decode($link[1] ?? ''), PHP_URL_QUERY), $query);
        self::assertIsString($query['after'] ?? null);
        $second = $this->portal($this->contact_a, ['view' => 'statement', 'period' => 'this_month', 'currency' => 'EUR', 'after' => $query['after']]);
        self::assertStringContainsString('Balance carried forward Balance −€50.00', $second->text());
        self::assertSame(2, substr_count($second->html, 'cf-entries__text'));
    }

    private function prepay(int $client_id, int $amount): void
    {
        $this->plugin->module(CreditModule::class)->prepay()->handle($client_id, Money::of($amount, 'EUR'), OfflineMethod::Cash, $this->today(), '', Viewer::system(), bin2hex(random_bytes(8)));
    }

    private function today(): string
    {
        return $this->plugin->module(BusinessModule::class)->calendar()->today();
    }
}

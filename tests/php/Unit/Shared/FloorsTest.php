<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Unit\Shared;

use Counterfoil\Tests\Support\Sources;
use PHPUnit\Framework\TestCase;

/**
 * The house: a noun uses what stands below it, or beside it without a circle. What a lower noun needs of a higher
 * one it asks for through an interface of its own (Module::provides()).
 */
final class FloorsTest extends TestCase
{
    private const FLOORS = [
        ['Shared'],
        ['Activity', 'Emails', 'Business', 'ExchangeRates', 'Portals'],
        ['Access', 'Clients', 'Products'],
        ['Identity', 'Websites', 'Coupons', 'Documents'],
        ['Invoices'],
        ['Ledger', 'Payments', 'Gateways'],
        ['Bank', 'Reminders', 'Subscriptions'],
        ['EInvoices', 'Import', 'Reports', 'Privacy', 'Upkeep', 'Abilities'],
        ['Portal', 'Admin', 'Cli', 'Demo'],
    ];

    /** Whose tables they are, by their names. */
    private const TABLES = [
        'Shared' => ['settings', 'queue', 'idempotency_keys'],
        'Activity' => ['events', 'event_subjects'],
        'Emails' => ['outbox'],
        'Portals' => ['portals'],
        'Business' => ['tax_rates'],
        'ExchangeRates' => ['exchange_rates'],
        'Clients' => ['clients', 'client_words', 'client_copies', 'contacts', 'roles', 'vat_checks'],
        'Products' => ['products', 'plans'],
        'Identity' => ['identity_tokens', 'login_throttle'],
        'Websites' => ['websites'],
        'Documents' => ['number_series'],
        'Coupons' => ['coupons', 'coupon_clients', 'coupon_uses'],
        'Invoices' => ['invoices', 'invoice_lines', 'invoice_recipients', 'attachments', 'attachment_chunks', 'invoice_notes', 'invoice_documents'],
        'Ledger' => ['ledger_postings', 'ledger_entries', 'ledger_days', 'ledger_seals', 'ledger_clients'],
        'Bank' => ['bank_imports', 'bank_entries', 'bank_mappings', 'bank_payers'],
        'Subscriptions' => ['subscriptions', 'subscription_items', 'subscription_periods', 'renewals', 'billing_days', 'subscription_requests', 'subscription_changes', 'subscription_credits', 'price_rises', 'price_rise_announcements', 'mrr_movements', 'mrr_clients', 'mrr_months'],
        'Reminders' => ['reminders', 'reminder_exceptions', 'late_fees', 'late_fee_exceptions'],
        'Reports' => ['accountant_exports', 'accountant_export_files', 'accountant_export_pieces'],
        'Gateways' => ['transfer_announcements'],
        'Payments' => ['payments', 'payment_allocations', 'refunds', 'refund_parts', 'received_days', 'receipt_numbers', 'payment_reversals', 'payment_reversal_parts', 'gateway_customers', 'gateway_events', 'disputes', 'pay_links', 'pay_link_exceptions', 'payment_methods'],
    ];

    public function test_every_noun_stands_on_a_floor(): void
    {
        $nouns = array_unique(array_map(self::noun_of(...), array_keys(self::sources())));
        sort($nouns);
        self::assertSame([], array_values(array_diff($nouns, array_merge(...self::FLOORS))));
    }

    public function test_no_arrow_points_upwards(): void
    {
        $floor_of = [];
        foreach (self::FLOORS as $floor => $nouns) {
            $floor_of += array_fill_keys($nouns, $floor);
        }
        $upwards = [];
        foreach (self::arrows() as [$path, $from, $to]) {
            if ($floor_of[$to] > $floor_of[$from]) {
                $upwards[] = "{$path} uses {$to}";
            }
        }

        self::assertSame([], $upwards);
    }

    public function test_no_nouns_go_round_in_a_circle(): void
    {
        $uses = [];
        foreach (self::arrows() as [, $from, $to]) {
            $uses[$from][$to] = true;
        }
        $circles = [];
        foreach (array_keys($uses) as $noun) {
            $reached = [];
            $open = array_keys($uses[$noun]);
            while ($open !== []) {
                $next = array_pop($open);
                if (! isset($reached[$next])) {
                    $reached[$next] = true;
                    array_push($open, ...array_keys($uses[$next] ?? []));
                }
            }
            if (isset($reached[$noun])) {
                $circles[] = $noun;
            }
        }

        self::assertSame([], $circles);
    }

    public function test_a_noun_reads_no_tables_but_its_own(): void
    {
        $crossed = [];
        foreach (self::sources() as $path => $code) {
            preg_match_all('/(?:table|insert|update|delete)\(\s*\'([a-z_]+)\'/', $code, $found);
            foreach (array_unique($found[1]) as $table) {
                foreach (self::TABLES as $owner => $names) {
                    if (in_array($table, $names, true) && $owner !== self::noun_of($path)) {
                        $crossed[] = "{$path} reads {$table}";
                    }
                }
            }
        }

        self::assertSame([], $crossed);
    }

    /** @return list<array{string, string, string}> path, noun, the noun it uses */
    private static function arrows(): array
    {
        $arrows = [];
        foreach (self::sources() as $path => $code) {
            preg_match_all('/\bCounterfoil\\\\([A-Z]\w+)\\\\/', $code, $found);
            foreach (array_unique($found[1]) as $to) {
                // Libraries in the package, and the base class of modules that knows the table of contents.
                if (! in_array($to, ['Vendor', 'Tests', self::noun_of($path)], true)) {
                    $arrows[] = [$path, self::noun_of($path), $to];
                }
            }
        }

        return $arrows;
    }

    private static function noun_of(string $path): string
    {
        return explode('/', $path)[0];
    }

    /** @return array<string, string> code by its path below includes/, without what stands above all nouns */
    private static function sources(): array
    {
        return array_filter(Sources::of_plugin(), static fn (string $path): bool => str_contains($path, '/'), ARRAY_FILTER_USE_KEY);
    }
}

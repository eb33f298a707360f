<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use Counterfoil\Plugin;

/** Rows as they would be, for tests that ask what others make of them. */
trait WritesRows
{
    /** @param array<string, int|string|null> $values what differs from an unpaid invoice over 100.00 EUR that is due far in the future */
    protected function invoice_row(int $client_id, array $values = []): int
    {
        /** @var int $number */
        static $number = 0;
        ++$number;
        $this->leave_books_unequal();
        $total = $values['total'] ?? 10_000;
        // What SettleInvoice would have written.
        $is_open = ($values['status'] ?? 'issued') === 'issued' && in_array($values['settlement'] ?? 'unpaid', ['unpaid', 'part_paid'], true);
        $values += $is_open ? ['due' => (int) $total - (int) ($values['paid'] ?? 0) + (int) ($values['refunded'] ?? 0), 'due_on' => $values['due_date'] ?? '2099-01-01'] : [];

        return Plugin::instance()->database()->insert('invoices', $values + [
            'client_id' => $client_id,
            'portal_id' => 1,
            'status' => 'issued',
            'settlement' => 'unpaid',
            'series_period' => 'test',
            'series_number' => $number,
            'number' => "TEST-{$number}",
            'currency' => 'EUR',
            'tax_mode' => 'exclusive',
            'message' => '',
            'subtotal' => $total,
            'discounted' => 0,
            'net' => $total,
            'tax' => 0,
            'total' => $total,
            'taxes' => '[]',
            'due_date' => '2099-01-01',
            'created_at' => '2026-01-01 12:00:00',
        ]);
    }

    protected function line_row(int $invoice_id, ?int $plan_id = null): int
    {
        return Plugin::instance()->database()->insert('invoice_lines', [
            'invoice_id' => $invoice_id,
            'position' => 1,
            'plan_id' => $plan_id,
            'description' => 'Hosting',
            'quantity' => '1',
            'unit_price' => 10_000,
            'amount' => 10_000,
        ]);
    }

    /** An image of the media library, whose file holds these bytes. */
    protected function attachment(string $bytes, string $mime = 'image/png', string $name = 'logo.png'): int
    {
        $upload = wp_upload_bits(uniqid() . "-{$name}", null, '');
        self::assertFalse($upload['error'], (string) $upload['error']);
        file_put_contents($upload['file'], $bytes);
        $id = wp_insert_attachment(['post_mime_type' => $mime, 'post_title' => $name, 'guid' => $upload['url']], $upload['file']);
        self::assertIsInt($id);

        return $id;
    }

    protected function png(int $width = 40, int $height = 20): string
    {
        $image = imagecreatetruecolor(max(1, $width), max(1, $height));
        ob_start();
        imagepng($image);

        return (string) ob_get_clean();
    }

    /**
     * @param \Closure(): mixed $work
     * @return list<string> what is read from the database meanwhile
     */
    protected function queries(\Closure $work): array
    {
        $queries = [];
        $note = static function (string $sql) use (&$queries): string {
            if (preg_match('/^\s*SELECT/i', $sql) === 1) {
                $queries[] = $sql;
            }

            return $sql;
        };
        add_filter('query', $note, 1);
        $work();
        remove_filter('query', $note, 1);

        return $queries;
    }
}

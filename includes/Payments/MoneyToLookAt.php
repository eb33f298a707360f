<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Payments\Disputes\Dispute;
use Counterfoil\Payments\Disputes\DisputeRepository;
use Counterfoil\Payments\Disputes\DisputeWords;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Viewer;

/** What the agency has to look at: money that nobody asked for, open disputes, refunds that did not arrive. */
final readonly class MoneyToLookAt
{
    private const DAYS = 30;
    private const MOST = 5;

    /** @param Closure(): Calendar $calendar */
    public function __construct(
        private Database $database,
        private PaymentRepository $payments,
        private DisputeRepository $disputes,
        private GatewayRegistry $gateways,
        private InvoiceRepository $invoices,
        private ClientRepository $clients,
        private Closure $calendar,
    ) {
    }

    /** @return list<array{invoice_id: int, number: string, client: string, text: string}> newest first, in the reader's language */
    public function of(Viewer $viewer): array
    {
        $found = [...$this->payments($viewer), ...$this->disputes($viewer), ...$this->refunds($viewer)];
        usort($found, static fn (array $a, array $b): int => $b['at'] <=> $a['at']);
        $found = array_slice($found, 0, self::MOST);
        $clients = array_column($this->clients->by_ids(array_values(array_unique(array_column($found, 'client_id'))), $viewer), 'name', 'id');

        return array_values(array_filter(array_map(function (array $one) use ($clients, $viewer): ?array {
            $invoice = $this->invoices->find($one['invoice_id'], $viewer);

            return $invoice === null ? null : ['invoice_id' => $invoice->id, 'number' => (string) $invoice->number, 'client' => (string) ($clients[$one['client_id']] ?? ''), 'text' => $one['text']];
        }, $found)));
    }

    /** @return list<array{at: string, invoice_id: int, client_id: int, text: string}> */
    private function payments(Viewer $viewer): array
    {
        $seen = $viewer->condition('client_id');
        // What was refunded is settled; what is left may stay as credit, so it is shown for a while only. The few that
        // have a flag have an index, which "greater than" can use and "not equal" can't; the state has one too, of a month of payments.
        $rows = $this->database->rows(
            "SELECT id, updated_at FROM {$this->database->table('payments')}
            WHERE flag > '' AND updated_at >= ? AND COALESCE(state, '') = 'succeeded' AND {$seen->sql} AND (received > refunded + reversed OR received = 0)
            ORDER BY updated_at DESC, id DESC LIMIT ?",
            [$this->since(), ...$seen->arguments, self::MOST]
        );

        return array_map(function (array $row) use ($viewer): array {
            $payment = $this->payments->get((int) $row['id'], $viewer);

            return ['at' => (string) $row['updated_at'], 'invoice_id' => $payment->invoice_id, 'client_id' => $payment->client_id, 'text' => $payment->flag_in_words()];
        }, $rows);
    }

    /** @return list<array{at: string, invoice_id: int, client_id: int, text: string}> */
    private function disputes(Viewer $viewer): array
    {
        return array_map(fn (Dispute $dispute): array => [
            'at' => Timestamps::to_row($dispute->created_at),
            'invoice_id' => $this->payments->get($dispute->payment_id, $viewer)->invoice_id,
            'client_id' => $dispute->client_id,
            'text' => DisputeWords::what(
                $dispute,
                $this->gateways->set_up($dispute->gateway)?->title() ?? $dispute->gateway,
                $dispute->respond_by === null ? '' : ($this->calendar)()->day($dispute->respond_by)
            ),
        ], $this->disputes->open($viewer, self::MOST));
    }

    /** @return list<array{at: string, invoice_id: int, client_id: int, text: string}> those the gateway had accepted */
    private function refunds(Viewer $viewer): array
    {
        $seen = $viewer->condition('client_id');
        $rows = $this->database->rows(
            "SELECT * FROM {$this->database->table('refunds')}
            WHERE state = 'failed' AND gateway_refund_id IS NOT NULL AND {$seen->sql} AND updated_at >= ? ORDER BY updated_at DESC LIMIT ?",
            [...$seen->arguments, $this->since(), self::MOST]
        );
        $money = new MoneyFormat(determine_locale());

        return array_map(fn (array $row): array => [
            'at' => (string) $row['updated_at'],
            'invoice_id' => $this->payments->get((int) $row['payment_id'], $viewer)->invoice_id,
            'client_id' => (int) $row['client_id'],
            'text' => sprintf(
                /* translators: %s: amount of money */
                __('The refund of %s failed. Refund the client another way and record the refund.', 'counterfoil'),
                $money->money(Money::of((int) $row['amount'], (string) $row['currency']))
            ),
        ], $rows);
    }

    private function since(): string
    {
        // Whole days: what is shown stays the same until the next one.
        return Timestamps::to_row(($this->calendar)()->begin_of(Calendar::add_days(($this->calendar)()->today(), -self::DAYS)));
    }
}

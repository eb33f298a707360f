<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Credit;

use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\MoneyOfClients;
use Counterfoil\Ledger\Postings;
use Counterfoil\Shared\Money\Money;

/** A client's credit and where each cent of it came from and went: what the books say. */
final readonly class CreditStatement
{
    /** Enough for years; older ones are in the books all the same. */
    private const MOST = 200;

    private const KINDS = [
        'payment.received' => 'payment',
        'payment.recorded' => 'payment',
        'refund.made' => 'refund',
        'refund.returned' => 'refund',
        'payment.reversed' => 'reversal',
        'payment.restored' => 'reversal',
        'payment.undone' => 'reversal',
        'dispute.withdrawn' => 'reversal',
        'dispute.reinstated' => 'reversal',
        'credit_note.issued' => 'credit_note',
        'credit.used' => 'used',
    ];

    public function __construct(private Postings $postings, private MoneyOfClients $money, private InvoiceRepository $invoices)
    {
    }

    /** @return array{balances: list<array{amount: int, currency: string}>, entries: list<array<string, mixed>>} */
    public function of(int $client_id): array
    {
        $rows = $this->postings->credit_of($client_id, self::MOST);
        $numbers = $this->invoices->numbers(array_values(array_unique(array_filter(array_map(static fn (array $row): int => (int) $row['invoice_id'], $rows)))));
        $balances = [];
        foreach ($this->money->of_clients([$client_id])[$client_id] ?? [] as $currency => ['credit' => $credit]) {
            if ($credit !== 0) {
                $balances[] = Money::of($credit, $currency)->to_wire();
            }
        }

        return [
            'balances' => $balances,
            'entries' => array_map(static fn (array $row): array => [
                'id' => (int) $row['id'],
                'day' => (string) $row['day'],
                'kind' => self::KINDS[$row['kind']] ?? 'other',
                'amount' => Money::of((int) $row['amount'], (string) $row['currency'])->to_wire(),
                'invoice' => $row['invoice_id'] === null ? null : ['id' => (int) $row['invoice_id'], 'number' => $numbers[(int) $row['invoice_id']] ?? ''],
            ], $rows),
        ];
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Bank;

use Counterfoil\Ledger\Difference;
use Counterfoil\Ledger\MatchedTransfers;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentRepository;
use Counterfoil\Shared\Viewer;

/** Each matched line has its own payment: of the same client, of its whole amount, and not taken back. */
final readonly class MatchesAgree implements MatchedTransfers
{
    private const CHUNK = 200;

    public function __construct(private EntryRepository $entries, private PaymentRepository $payments)
    {
    }

    public function differences(): iterable
    {
        $after = 0;
        while (($entries = $this->entries->matched($after, self::CHUNK)) !== []) {
            $payments = $this->payments->by_ids(array_map(static fn (Entry $entry): int => (int) $entry->payment_id, $entries), Viewer::system());
            foreach ($entries as $entry) {
                $after = $entry->id;
                $payment = $payments[$entry->payment_id ?? 0] ?? null;
                yield from Difference::between("bank transfer {$entry->id}", self::facts($payment), [
                    'payment' => $entry->payment_key(),
                    'client' => (int) $entry->client_id,
                    'amount' => $entry->amount->amount,
                    'taken back' => 0,
                ]);
            }
        }
    }

    /** @return array<string, int|string> */
    private static function facts(?Payment $payment): array
    {
        return [
            'payment' => $payment->idempotency_key ?? '',
            'client' => $payment->client_id ?? 0,
            'amount' => $payment->received->amount ?? 0,
            'taken back' => $payment->reversed->amount ?? 0,
        ];
    }
}

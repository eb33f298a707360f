<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Disputes;

use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;

/** A dispute as the agency's staff sees it: one of the contract's `payment.disputes`. */
final readonly class DisputeResource
{
    /** @return array<string, mixed> */
    public static function to_wire(Dispute $dispute): array
    {
        return [
            'id' => $dispute->id,
            'state' => $dispute->state->value,
            'amount' => self::money($dispute->amount, $dispute->currency),
            'taken' => self::money($dispute->taken, $dispute->currency),
            'fee' => $dispute->fee === 0 ? null : self::money($dispute->fee, $dispute->fee_currency),
            'reason' => $dispute->reason,
            'url' => $dispute->url,
            'respond_by' => $dispute->respond_by === null ? null : Timestamps::to_wire($dispute->respond_by),
        ];
    }

    /** @return array{amount: int, currency: string}|null a gateway may name any currency, also one that is not known here */
    private static function money(int $amount, string $currency): ?array
    {
        return in_array($currency, Currency::codes(), true) ? Money::of($amount, $currency)->to_wire() : null;
    }
}

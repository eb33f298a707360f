<?php

declare(strict_types=1);

namespace Counterfoil\Demo\Seed;

/** Coupons: one that is used, one that is used up, one that has expired, one that is yet to come. */
final readonly class Discounts
{
    /** @param array<string, array{id: int, words: string, price: int}> $plans */
    public function __construct(private Stage $stage, private array $plans)
    {
    }

    public function create(): void
    {
        $this->coupon('WELCOME10', 'Welcome discount', ['type' => 'percent', 'percent' => '10'], ['max_uses_per_client' => 1]);
        $this->coupon('CARE50', 'Half price on website care', ['type' => 'percent', 'percent' => '50'], ['max_uses' => 1, 'plan_ids' => [$this->plans['care-essential']['id'], $this->plans['care-business']['id']]]);
        $this->coupon('SUMMER25', 'Summer offer', ['type' => 'amount', 'amounts' => [['amount' => 2500, 'currency' => 'EUR'], ['amount' => 2500, 'currency' => 'USD'], ['amount' => 10000, 'currency' => 'PLN']]], ['valid_until' => $this->day('-55 days')]);
        $this->coupon('NEWYEAR', 'New Year’s offer', ['type' => 'percent', 'percent' => '15'], ['duration' => 'cycles', 'cycles' => 3, 'valid_from' => $this->day('+30 days'), 'valid_until' => $this->day('+60 days')]);
    }

    /**
     * @param array<string, mixed> $value
     * @param array<string, mixed> $limits
     */
    private function coupon(string $code, string $name, array $value, array $limits): void
    {
        $this->stage->ask('POST', '/coupons', $limits + [
            'code' => $code,
            'name' => $name,
            'value' => $value,
            'duration' => 'once',
            'cycles' => null,
            'max_uses' => null,
            'max_uses_per_client' => null,
            'valid_from' => null,
            'valid_until' => null,
            'product_ids' => [],
            'plan_ids' => [],
        ]);
    }

    private function day(string $when): string
    {
        return $this->stage->today->modify($when)->format('Y-m-d');
    }
}

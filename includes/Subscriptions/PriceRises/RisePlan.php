<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

/** What a rise of prices would come to. */
final readonly class RisePlan
{
    /**
     * @param list<PriceRise> $rises
     * @param list<array{PriceRise, string}> $left_out those of a plan that are not raised, and why, in words
     * @param bool $has_more whether the plan has more than are raised at once
     */
    public function __construct(public array $rises, public array $left_out = [], public bool $has_more = false)
    {
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

/** What has become of the rise of one subscription. */
enum RiseState: string
{
    case Planned = 'planned';
    case Told = 'told';
    /** The new price counts */
    case Applied = 'applied';
    case Withdrawn = 'withdrawn';
    /** It ended before, or another change took its place */
    case Dropped = 'dropped';

    /** SQL over a rise r and its subscription s. */
    public const SQL = "CASE WHEN r.outcome = 'withdrawn' THEN 'withdrawn' WHEN r.outcome IS NOT NULL THEN 'dropped'
        WHEN s.price_rise_id = r.id AND r.is_told = 1 THEN 'told' WHEN s.price_rise_id = r.id THEN 'planned'
        WHEN s.ended_on IS NOT NULL AND s.ended_on <= r.first_on THEN 'dropped' ELSE 'applied' END";
}

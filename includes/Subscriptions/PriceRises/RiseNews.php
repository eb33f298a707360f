<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

/** What a client hears of a rise. The value is the letter. */
enum RiseNews: string
{
    case Announced = 'price_rise';
    case Withdrawn = 'price_rise_withdrawn';
    /** Another change took its place */
    case Replaced = 'price_rise_replaced';
}

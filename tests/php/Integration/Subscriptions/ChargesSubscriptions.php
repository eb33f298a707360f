<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use Counterfoil\Tests\Integration\Payments\KeepsMethods;

/** Subscriptions of clients who have left a card or an account with the fake Stripe. */
trait ChargesSubscriptions
{
    use KeepsMethods, MakesSubscriptions {
        KeepsMethods::plugin insteadof MakesSubscriptions;
        KeepsMethods::day insteadof MakesSubscriptions;
        KeepsMethods::client insteadof MakesSubscriptions;
        KeepsMethods::body insteadof MakesSubscriptions;
        KeepsMethods::line insteadof MakesSubscriptions;
        KeepsMethods::draft insteadof MakesSubscriptions;
        KeepsMethods::issued insteadof MakesSubscriptions;
        KeepsMethods::payment insteadof MakesSubscriptions;
        KeepsMethods::refund insteadof MakesSubscriptions;
        KeepsMethods::rows_in insteadof MakesSubscriptions;
        KeepsMethods::happened insteadof MakesSubscriptions;
    }
}

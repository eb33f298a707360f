<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Changes\ChangesModule;
use Counterfoil\Subscriptions\Changes\NewTerms;

/** The story's words for other prices. */
trait ChangesTerms
{
    /** @param string $when "now" or "next_period" */
    private function changes_to(int $price, string $when = 'now', int $months = 1): static
    {
        $terms = NewTerms::from_wire(['items' => [$this->item(['unit_price' => $price])], 'interval' => ['unit' => 'month', 'count' => $months]]);
        $change = $this->plugin()->module(ChangesModule::class)->change();
        [$id, $version] = [$this->started[0], $this->subscription($this->started[0])->version];
        $when === 'now' ? $change->now($id, $version, $terms, Viewer::system()) : $change->from_next_period($id, $version, $terms, Viewer::system());

        return $this->happens();
    }
}

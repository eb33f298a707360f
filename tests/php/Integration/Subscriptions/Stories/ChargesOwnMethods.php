<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions\Stories;

/** The story's word for a subscription that is not charged to what its client's others are. */
trait ChargesOwnMethods
{
    /** A method of its own, not the client's default. */
    private function is_charged_to(string $card): static
    {
        $method = $this->kept($this->who, "pm_{$card}");
        $this->plugin()->database()->update('subscriptions', ['method_id' => $method->id], ['id' => $this->started[0]]);

        return $this;
    }
}

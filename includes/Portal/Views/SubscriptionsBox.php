<?php

declare(strict_types=1);

namespace Counterfoil\Portal\Views;

use Counterfoil\Business\Look;
use Counterfoil\Subscriptions\Portal\SubscriptionsView;

final readonly class SubscriptionsBox
{
    public function __construct(
        public Look $look,
        /** '' without one */
        public string $heading,
        /** Null when nobody is logged in who may see any */
        public ?SubscriptionsView $list,
        public string $login_url,
        /** Where all of them are; null when these are all */
        public ?string $all_url = null,
        public bool $is_sample = false,
    ) {
    }
}

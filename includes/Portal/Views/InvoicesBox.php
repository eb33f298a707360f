<?php

declare(strict_types=1);

namespace Counterfoil\Portal\Views;

use Counterfoil\Business\Look;
use Counterfoil\Invoices\Portal\InvoicesView;

final readonly class InvoicesBox
{
    public function __construct(
        public Look $look,
        /** '' without one */
        public string $heading,
        /** Null when nobody is logged in who may see any */
        public ?InvoicesView $list,
        public string $login_url,
        public bool $is_sample = false,
    ) {
    }
}

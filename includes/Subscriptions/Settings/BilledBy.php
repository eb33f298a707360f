<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Settings;

use Counterfoil\Documents\DocumentKind;

/** By which document periods are billed. */
enum BilledBy: string
{
    /** As the client's other bills are */
    case Usual = 'usual';
    case Invoice = 'invoice';
    /** Its invoice is made once it is paid */
    case ProForma = 'pro_forma';

    /** Null for what the client's settings, or the business's, say. */
    public function kind(): ?DocumentKind
    {
        return DocumentKind::tryFrom($this->value);
    }
}

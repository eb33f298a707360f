<?php

declare(strict_types=1);

namespace Counterfoil\Portals;

/** The places inside of the portal, as its page's address names them. */
enum View: string
{
    case Overview = 'overview';
    case Invoices = 'invoices';
    case Invoice = 'invoice';
    case Pay = 'pay';
    case Pdf = 'pdf';
    case Account = 'account';
    /** For an address that leads nowhere, or to what is somebody else's */
    case Nothing = 'nothing';

    public function is_about_one_invoice(): bool
    {
        return $this === self::Invoice || $this === self::Pay || $this === self::Pdf;
    }
}

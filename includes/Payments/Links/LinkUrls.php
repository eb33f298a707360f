<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links;

use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Rest\Routes;

/** Addresses of what the bearer of a link sees. None of them has the secret. */
final readonly class LinkUrls
{
    /** In an address of the page: the link's id. */
    public const ARGUMENT = 'link';

    /** In an address: the language of the mail, for a page that knows nobody. */
    public const LANGUAGE = 'speak';

    /** Words of the portal page's addresses that are no screens of the portal. */
    public const BILL = 'bill';
    public const PDF = 'bill-pdf';
    public const FILE = 'bill-file';
    public const RECEIPT = 'bill-receipt';

    public function __construct(private PortalUrls $urls)
    {
    }

    public function bill(Portal $portal, int $link_id): string
    {
        return $this->urls->to($portal, self::BILL, [self::ARGUMENT => $link_id]);
    }

    public function pdf(Portal $portal, int $link_id): string
    {
        return $this->urls->to($portal, self::PDF, [self::ARGUMENT => $link_id]);
    }

    public function file(Portal $portal, int $link_id, int $file_id): string
    {
        return $this->urls->to($portal, self::FILE, [self::ARGUMENT => $link_id, 'id' => $file_id]);
    }

    public function receipt(Portal $portal, int $link_id, int $payment_id): string
    {
        return $this->urls->to($portal, self::RECEIPT, [self::ARGUMENT => $link_id, 'id' => $payment_id, 'download' => 1]);
    }

    /** What the page's script asks: the same for everybody but the link's id. */
    public static function route(int $link_id, string $what): string
    {
        return rest_url(Routes::NAMESPACE . "/portal/bills/{$link_id}/{$what}");
    }
}

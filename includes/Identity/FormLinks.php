<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;

/**
 * What else there is to do, below a form of the log-in page.
 *
 * @phpstan-type Way array{label: string, url: string}
 */
final readonly class FormLinks
{
    public function __construct(private PortalUrls $urls)
    {
    }

    /** @return Way */
    public function back(Portal $portal): array
    {
        return $this->to($portal, __('Back to login', 'counterfoil'), []);
    }

    /** @return Way */
    public function forgotten(Portal $portal): array
    {
        return $this->to($portal, __('Forgot your password?', 'counterfoil'), ['form' => 'forgotten']);
    }

    /**
     * @param array<string, string> $arguments as LoginPage reads them
     * @return Way
     */
    public function to(Portal $portal, string $label, array $arguments): array
    {
        return ['label' => $label, 'url' => $this->urls->login($portal, $arguments)];
    }
}

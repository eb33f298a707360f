<?php

declare(strict_types=1);

namespace Counterfoil\Business;

use Counterfoil\Portals\Logo;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Contrast;

/** A portal's brand as its pages show it. */
final readonly class Look
{
    /**
     * @param array{url: string, width: int, height: int}|null $logo see Logo::image()
     * @param list<string> $address below every page
     */
    public function __construct(
        public string $name,
        public ?array $logo,
        public string $home_url,
        public string $email,
        public array $address,
        private string $colour,
    ) {
    }

    public static function of(Portal $portal, Business $business, Logo $logo, PortalUrls $urls): self
    {
        return new self(
            $portal->name,
            $logo->image($portal),
            $urls->portal($portal),
            $business->email,
            [$business->name, ...$business->address->lines(determine_locale(), $business->address->country)],
            $portal->colour,
        );
    }

    /**
     * Custom properties for a style attribute. The brand's colour is kept as it is where text stands on
     * it, and made dark enough where it is text itself.
     */
    public function css(): string
    {
        return "--cf-brand:{$this->colour};--cf-on-brand:" . Contrast::text_on($this->colour) . ';--cf-brand-ink:' . Contrast::readable($this->colour);
    }

    /**
     * What the payment field is coloured with.
     *
     * @return array{brand: string, on_brand: string}
     */
    public function colours(): array
    {
        return ['brand' => $this->colour, 'on_brand' => Contrast::text_on($this->colour)];
    }
}

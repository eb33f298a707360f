<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Shared\Settings;

/** How new documents look. */
final readonly class DesignRepository
{
    private const SETTINGS = 'design';

    /** @param Closure(): Business $business */
    public function __construct(private Settings $settings, private Closure $business)
    {
    }

    /** Until somebody chooses, the sheet is the one of the business's country. */
    public function get(): PaperDesign
    {
        $stored = $this->settings->get(self::SETTINGS);
        $business = ($this->business)();

        return new PaperDesign(
            (string) ($stored['accent'] ?? ''),
            PageSize::tryFrom((string) ($stored['page'] ?? '')) ?? PageSize::usual($business->address->country, $business->locale),
            array_values(array_filter(array_map(static fn (mixed $field): ?PaperField => PaperField::tryFrom((string) $field), (array) ($stored['hidden'] ?? [])))),
            (string) ($stored['footer'] ?? ''),
        );
    }

    /** Part of the change that is under way. */
    public function save(PaperDesign $design): void
    {
        $this->settings->set(self::SETTINGS, [
            'accent' => $design->accent,
            'page' => $design->page->value,
            'hidden' => array_map(static fn (PaperField $field): string => $field->value, $design->hidden),
            'footer' => $design->footer,
        ]);
    }
}

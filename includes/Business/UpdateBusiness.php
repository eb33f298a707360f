<?php

declare(strict_types=1);

namespace Counterfoil\Business;

use Counterfoil\Portals\Logo;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Money\Currency;
use DateTimeZone;
use InvalidArgumentException;

/** Changes the business profile, and with it the brand of its portal. */
final readonly class UpdateBusiness
{
    public function __construct(
        private Changes $changes,
        private BusinessRepository $businesses,
        private PortalRepository $portals,
        private Logo $logo,
    ) {
    }

    /**
     * @param array<string, mixed> $body `business.update` of the contract
     * @throws DomainError 400
     */
    public function handle(array $body, Actor $by): void
    {
        $business = new Business(
            Input::line($body['name']),
            Input::email($body['email'], '/email'),
            Input::line($body['phone']),
            $body['website'] === '' ? '' : Input::url($body['website'], '/website'),
            Input::address($body['address'], '/address'),
            Input::line($body['tax_id']),
            $this->timezone($body['timezone']),
            Currency::of($body['currency']),
            $body['locale'],
            $this->businesses->get()->legal,
        );
        $portal = $this->portals->default();
        // A logo that is there already may have lost its file; that must not keep anybody from changing the phone number.
        if ($body['logo_id'] !== null && $body['logo_id'] !== $portal->logo_id) {
            $this->logo->check($body['logo_id'], '/logo_id');
        }
        $this->changes->run($by, function (Change $change) use ($business, $portal, $body): void {
            $this->businesses->save($business);
            $this->portals->save_brand($portal->id, $business->name, strtolower($body['colour']), $body['logo_id']);
            $change->event('settings.business_updated', [['portal', $portal->id]], null);
            /**
             * Fires after the business profile or the brand changes.
             *
             * @since 0.2.0
             */
            $change->hook('settings_business_updated');
        });
    }

    private function timezone(string $name): DateTimeZone
    {
        try {
            return Calendar::zone($name);
        } catch (InvalidArgumentException) {
            throw DomainError::invalid(__('Choose a time zone from the list.', 'counterfoil'), '/timezone');
        }
    }
}

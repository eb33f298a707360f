<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Business;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Plugin;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Tests\Support\FitsContract;
use Counterfoil\Tests\Support\IntegrationTestCase;
use Counterfoil\Tests\Support\WritesRows;

final class BusinessTest extends IntegrationTestCase
{
    use FitsContract;
    use WritesRows;

    private int $staff;

    protected function setUp(): void
    {
        parent::setUp();
        $this->staff = $this->administrator();
    }

    public function test_a_new_site_is_known_by_its_own_name(): void
    {
        update_option('blogname', 'Tom &amp; Jerry&#039;s');
        update_option('timezone_string', '');
        update_option('gmt_offset', '5.5');
        $business = self::fits('business.get', $this->rest('GET', '/counterfoil/v1/settings/business', null, $this->staff));
        self::assertSame(["Tom & Jerry's", get_option('admin_email'), 'EUR', 'en_US'], [$business['name'], $business['email'], $business['currency'], $business['locale']]);
        self::assertSame('+05:30', $business['timezone']);
        self::assertSame(['#3858e9', '#ffffff', '5.6'], [$business['colour'], $business['text_on_colour'], $business['contrast']]);
        // What is shown can be sent back as it is.
        self::fits('business.update', $this->rest('PUT', '/counterfoil/v1/settings/business', self::input($business), $this->staff));
    }

    public function test_a_profile_is_changed(): void
    {
        $logo = $this->attachment($this->png());
        $business = self::fits('business.update', $this->rest('PUT', '/counterfoil/v1/settings/business', self::body([
            'name' => ' Pixel  & Partner ',
            'website' => 'https://pixel.example',
            'timezone' => 'Europe/Warsaw',
            'currency' => 'PLN',
            'locale' => 'pl_PL',
            'colour' => '#FFD400',
            'logo_id' => $logo,
        ]), $this->staff));
        self::assertSame(['Pixel & Partner', 'Europe/Warsaw', 'PLN', '#ffd400', '#000000'], [$business['name'], $business['timezone'], $business['currency'], $business['colour'], $business['text_on_colour']]);
        self::assertSame($logo, $business['logo']['id']);
        $portal = Plugin::instance()->module(PortalsModule::class)->portals()->default();
        self::assertSame(['Pixel & Partner', '#ffd400', $logo], [$portal->name, $portal->colour, $portal->logo_id]);
        self::assertSame('Europe/Warsaw', Plugin::instance()->module(BusinessModule::class)->business()->timezone->getName());
        self::assertNotNull(Plugin::instance()->module(PortalsModule::class)->logo()->url($portal));
        $database = Plugin::instance()->database();
        self::assertSame('settings.business_updated', $database->value("SELECT type FROM {$database->table('events')} ORDER BY id DESC LIMIT 1"));
        self::assertArrayNotHasKey('counterfoil_business', wp_load_alloptions(true));
    }

    public function test_what_is_wrong_is_named(): void
    {
        foreach ([
            '/email' => ['email' => 'a@b..example'],
            '/website' => ['website' => 'https://a:b@evil.example'],
            '/timezone' => ['timezone' => 'Mars/Phobos'],
            '/currency' => ['currency' => 'ABC'],
            '/colour' => ['colour' => 'red'],
            '/locale' => ['locale' => 'polski'],
            '/logo_id' => ['logo_id' => 999_999],
            '/address/country' => ['address' => ['line1' => '', 'line2' => '', 'postcode' => '', 'city' => '', 'region' => '', 'country' => 'ZZ']],
            '/name' => ['name' => '  '],
        ] as $pointer => $wrong) {
            self::refused(400, [$pointer], $this->rest('PUT', '/counterfoil/v1/settings/business', self::body($wrong), $this->staff));
        }
        self::refused(400, ['/timezone'], $this->rest('PUT', '/counterfoil/v1/settings/business', self::body(['timezone' => '+25:00']), $this->staff));
        self::assertSame([], Plugin::instance()->settings()->get('business'));
    }

    public function test_what_has_a_form_is_told_how_to_be_written(): void
    {
        $answer = $this->rest('PUT', '/counterfoil/v1/settings/business', self::body(['email' => 'me', 'website' => 'agency', 'colour' => '#12']), $this->staff);

        self::assertSame([
            '/email' => 'Enter an email address, for example name@example.com.',
            '/website' => 'Enter a web address that starts with https:// or http://, for example https://example.com.',
            '/colour' => 'Enter the color as # and six digits or letters from a to f, for example #0f4c5c.',
        ], $answer->get_data()['data']['fields']);
    }

    public function test_spoilt_settings_do_not_break_the_site(): void
    {
        Plugin::instance()->settings()->set('business', []);
        foreach (['nonsense', '"text"', '{"timezone": "Mars/Phobos", "currency": "abc", "address": "x", "name": ["y"]}', 'false', ''] as $spoilt) {
            Plugin::instance()->database()->update('settings', ['value' => $spoilt], ['name' => 'business']);
            self::fits('business.get', $this->rest('GET', '/counterfoil/v1/settings/business', null, $this->staff));
        }
    }

    /**
     * @param array<mixed> $business as it is shown
     * @return array<string, mixed> as it is sent
     */
    private static function input(array $business): array
    {
        $input = array_diff_key($business, array_flip(['logo', 'text_on_colour', 'contrast']));

        return $input + ['logo_id' => $business['logo']['id'] ?? null];
    }

    /**
     * @param array<string, mixed> $values
     * @return array<string, mixed>
     */
    private static function body(array $values = []): array
    {
        return $values + [
            'name' => 'Agency', 'email' => 'hello@agency.example', 'phone' => '', 'website' => '', 'tax_id' => '',
            'address' => ['line1' => '1 Main St', 'line2' => '', 'postcode' => '1000', 'city' => 'Town', 'region' => '', 'country' => 'DE'],
            'timezone' => 'UTC', 'currency' => 'EUR', 'locale' => 'en_US', 'colour' => '#3858e9', 'logo_id' => null,
        ];
    }
}

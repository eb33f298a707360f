<?php

declare(strict_types=1);

namespace Counterfoil\Portal\Blocks;

use Closure;
use Counterfoil\Business\Look;
use Counterfoil\Identity\LoginStep;
use Counterfoil\Identity\LoginView;
use Counterfoil\Identity\NewPassword;
use Counterfoil\Portal\EnterPage;
use Counterfoil\Portal\PageTemplate;
use Counterfoil\Portal\PrivatePages;
use Counterfoil\Portal\Views\LoginCard;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Template;

/** The log-in and what belongs to it: forgotten password, link by mail, invitation. */
final readonly class LoginBlock
{
    /**
     * @param Closure(Portal): Look $look
     * @param Closure(Portal): LoginView $login_view
     */
    public function __construct(
        private EnterPage $page,
        private PortalUrls $urls,
        private Closure $look,
        private Closure $login_view,
    ) {
    }

    /** @param array<string, mixed> $attributes */
    public function render(array $attributes): string
    {
        $portal = $this->page->brand();

        return $this->card($attributes, $portal, $this->page->entered()->login ?? ($this->login_view)($portal), false);
    }

    /**
     * The plain log-in form, whoever looks at it.
     *
     * @param array<string, mixed> $attributes
     */
    public function preview(array $attributes): string
    {
        return $this->card($attributes, $this->page->brand(), new LoginView(
            LoginStep::LogIn,
            __('Log in', 'counterfoil'),
            __('View and pay your invoices online.', 'counterfoil'),
            '',
            ['email', 'password'],
            __('Log in', 'counterfoil'),
            [
                ['label' => __('Forgot your password?', 'counterfoil'), 'url' => '#'],
                ['label' => __('Log in with an email link', 'counterfoil'), 'url' => '#'],
            ],
        ), true);
    }

    /** @param array<string, mixed> $attributes */
    private function card(array $attributes, Portal $portal, LoginView $login, bool $is_sample): string
    {
        $settings = new BlockSettings($attributes);
        $is_log_in = $login->step === LoginStep::LogIn;

        return Template::draw(dirname(__DIR__) . '/templates/login.php', new LoginCard(
            ($this->look)($portal),
            $login,
            $is_log_in && $settings->text('heading') !== '' ? $settings->text('heading') : $login->title,
            $is_log_in && $settings->text('lead') !== '' ? $settings->text('lead') : $login->lead,
            $settings->flag('showLogo', true),
            PageTemplate::is_used() ? 'h1' : 'h2',
            // On other pages than the portal's own nobody would answer the form.
            PrivatePages::has(PrivatePages::LOGIN) && get_queried_object_id() === $portal->login_page_id ? '' : $this->urls->login($portal),
            NewPassword::LEAST,
            self::context(),
            $is_sample,
        ));
    }

    /** @return array<string, mixed> for the script, without which the form does all of it too */
    private static function context(): array
    {
        return ['isBusy' => false, 'isShown' => false, 'show' => __('Show', 'counterfoil'), 'hide' => __('Hide', 'counterfoil')];
    }
}

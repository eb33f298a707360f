<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Clients\Access;
use Counterfoil\Portals\Portal;
use Counterfoil\Shared\DomainError;
use SensitiveParameter;

/** What the log-in page shows for a link that was mailed; showing changes nothing, since mail scanners open links too. */
final readonly class LinkPage
{
    public function __construct(private Links $links, private Accounts $accounts, private FormLinks $ways)
    {
    }

    public function view(Portal $portal, ?TokenPurpose $purpose, #[SensitiveParameter] string $token): LoginView
    {
        try {
            return match ($purpose) {
                TokenPurpose::Invitation => $this->invitation($portal, $token),
                TokenPurpose::Reset => $this->reset($portal, $token),
                TokenPurpose::Magic => $this->magic($portal, $token),
                TokenPurpose::Email => $this->email($portal, $token),
                null => throw Links::expired(),
            };
        } catch (DomainError) {
            return ($purpose === TokenPurpose::Invitation ? $this->old_invitation($portal, $token) : null) ?? $this->expired($portal, $purpose);
        }
    }

    private function invitation(Portal $portal, #[SensitiveParameter] string $token): LoginView
    {
        [, $contact] = $this->links->invitation($token);
        $user = $this->accounts->user_by_email($contact->email);
        $is_known = $user !== null;
        // Contacts get the portal's reset; an account from before is WordPress' own affair.
        $forgotten = $user !== null && ! Accounts::is_kept_out($user)
            ? ['label' => __('Forgot your password?', 'counterfoil'), 'url' => wp_lostpassword_url()]
            : $this->ways->forgotten($portal);

        return new LoginView(
            LoginStep::Invitation,
            $is_known ? __('Confirm it’s you', 'counterfoil') : __('Choose a password', 'counterfoil'),
            $is_known
                ? __('You already have an account here. Enter its password to accept the invitation.', 'counterfoil')
                /* translators: %s: name of the person */
                : sprintf(__('Welcome, %s. Choose a password to log in.', 'counterfoil'), $contact->name),
            'accept-invitation',
            ['email', 'password'],
            $is_known ? __('Accept and log in', 'counterfoil') : __('Set password and log in', 'counterfoil'),
            $is_known ? [$forgotten] : [],
            $contact->email,
            true,
            $token,
            is_new_password: ! $is_known
        );
    }

    /** Accepted already: the log-in. Expired, or sent anew: a new one is a click away. Null where there is none any more. */
    private function old_invitation(Portal $portal, #[SensitiveParameter] string $token): ?LoginView
    {
        $contact = $this->links->once_invited($token);

        return match ($contact?->access) {
            Access::Active => new LoginView(
                LoginStep::LogIn,
                __('You already have access', 'counterfoil'),
                __('This invitation has been accepted. Log in with your email address and password.', 'counterfoil'),
                'log-in',
                ['email', 'password'],
                __('Log in', 'counterfoil'),
                [$this->ways->forgotten($portal), $this->ways->to($portal, __('Log in with an email link', 'counterfoil'), ['form' => 'link'])],
                $contact->email
            ),
            Access::Invited => new LoginView(
                LoginStep::Renew,
                __('This invitation has expired', 'counterfoil'),
                /* translators: %s: e-mail address */
                sprintf(__('We can email a new one to %s.', 'counterfoil'), $contact->email),
                'renew-invitation',
                [],
                __('Email me a new invitation', 'counterfoil'),
                [$this->ways->back($portal)],
                token: $token,
                status: 410
            ),
            default => null,
        };
    }

    private function reset(Portal $portal, #[SensitiveParameter] string $token): LoginView
    {
        [, , $user] = $this->links->account(TokenPurpose::Reset, $token);

        return new LoginView(
            LoginStep::Reset,
            __('Choose a new password', 'counterfoil'),
            __('All other devices will be logged out.', 'counterfoil'),
            'reset',
            ['email', 'password'],
            __('Save password and log in', 'counterfoil'),
            [$this->ways->back($portal)],
            $user->user_email,
            true,
            $token,
            is_new_password: true
        );
    }

    private function magic(Portal $portal, #[SensitiveParameter] string $token): LoginView
    {
        [, , $user] = $this->links->account(TokenPurpose::Magic, $token);

        return new LoginView(
            LoginStep::Magic,
            __('Welcome back', 'counterfoil'),
            /* translators: %s: e-mail address */
            sprintf(__('You’re logging in as %s.', 'counterfoil'), $user->user_email),
            'use-link',
            [],
            __('Log in', 'counterfoil'),
            [$this->ways->back($portal)],
            $user->user_email,
            true,
            $token
        );
    }

    private function email(Portal $portal, #[SensitiveParameter] string $secret): LoginView
    {
        [$token] = $this->links->account(TokenPurpose::Email, $secret);

        return new LoginView(
            LoginStep::Email,
            __('Confirm your new email address', 'counterfoil'),
            /* translators: %s: e-mail address */
            sprintf(__('You’ll log in as %s and get your invoices at this address. All other devices will be logged out.', 'counterfoil'), $token->email),
            'confirm-email',
            [],
            __('Confirm email address', 'counterfoil'),
            [],
            token: $secret
        );
    }

    private function expired(Portal $portal, ?TokenPurpose $purpose): LoginView
    {
        return new LoginView(
            LoginStep::Expired,
            __('This link no longer works', 'counterfoil'),
            match ($purpose) {
                TokenPurpose::Invitation => __('It was already used or has expired. If you have already chosen a password, log in with it. Otherwise, ask us for a new invitation.', 'counterfoil'),
                TokenPurpose::Reset => __('It was already used or is more than an hour old. Request a new link below.', 'counterfoil'),
                TokenPurpose::Email => __('It was already used or is more than a day old. You can request a new link in your account.', 'counterfoil'),
                default => __('It was already used or is more than 15 minutes old. Request a new link below.', 'counterfoil'),
            },
            '',
            [],
            '',
            match ($purpose) {
                TokenPurpose::Invitation, TokenPurpose::Email => [$this->ways->back($portal)],
                TokenPurpose::Reset => [$this->ways->to($portal, __('Email me a new link', 'counterfoil'), ['form' => 'forgotten']), $this->ways->back($portal)],
                default => [$this->ways->to($portal, __('Email me a new link', 'counterfoil'), ['form' => 'link']), $this->ways->back($portal)],
            },
            status: 410
        );
    }
}

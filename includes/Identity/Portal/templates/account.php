<?php

declare(strict_types=1);

use Counterfoil\Shared\Html;

/** @var Counterfoil\Identity\Portal\AccountView $view */

defined('ABSPATH') || exit;

$error = static function (string $form) use ($view): void {
    if ($view->refused === $form) {
        ?><p class="cf-error" role="alert" tabindex="-1"><?php echo Html::escape($view->error); ?></p><?php
    }
};
?>
<?php if ($view->done !== '') : ?>
    <p class="cf-done" role="status"><?php echo Html::escape($view->done); ?></p>
<?php endif; ?>
<div class="cf-columns cf-columns--even">
    <section class="cf-card" aria-labelledby="cf-you">
        <h2 class="cf-h2" id="cf-you"><?php esc_html_e('Your details', 'counterfoil'); ?></h2>
        <dl class="cf-facts">
            <div><dt><?php echo esc_html_x('Name', 'of a person', 'counterfoil'); ?></dt><dd><bdi><?php echo Html::escape($view->name); ?></bdi></dd></div>
            <div><dt><?php esc_html_e('Email', 'counterfoil'); ?></dt><dd><bdi><?php echo Html::escape($view->email); ?></bdi></dd></div>
        </dl>
        <?php if ($view->can_change) : ?>
        <details class="cf-change"<?php echo $view->refused === 'change-email' ? ' open' : ''; ?>>
            <summary class="cf-link"><?php esc_html_e('Change email address', 'counterfoil'); ?></summary>
            <form class="cf-form" method="post" action="<?php echo esc_url($view->form_url); ?>">
                <?php $error('change-email'); ?>
                <input type="hidden" name="counterfoil_form" value="change-email">
                <div class="cf-field">
                    <label for="cf-new-email"><?php esc_html_e('New email address', 'counterfoil'); ?></label>
                    <input id="cf-new-email" name="email" type="email" autocomplete="email" inputmode="email" maxlength="100" required value="<?php echo Html::escape($view->refused === 'change-email' ? $view->typed_email : ''); ?>">
                </div>
                <div class="cf-field">
                    <label for="cf-email-password"><?php esc_html_e('Current password', 'counterfoil'); ?></label>
                    <input id="cf-email-password" name="password" type="password" autocomplete="current-password" maxlength="200" required>
                </div>
                <button class="cf-button" type="submit"><?php esc_html_e('Send confirmation link', 'counterfoil'); ?></button>
                <p class="cf-hint"><?php esc_html_e('We’ll email a link to the new address. When you open the link, the new address becomes your login and gets your invoices.', 'counterfoil'); ?></p>
            </form>
        </details>
        <details class="cf-change"<?php echo $view->refused === 'change-password' ? ' open' : ''; ?>>
            <summary class="cf-link"><?php esc_html_e('Change password', 'counterfoil'); ?></summary>
            <form class="cf-form" method="post" action="<?php echo esc_url($view->form_url); ?>">
                <?php $error('change-password'); ?>
                <input type="hidden" name="counterfoil_form" value="change-password">
                <input type="hidden" name="email" autocomplete="username" value="<?php echo Html::escape($view->email); ?>">
                <div class="cf-field">
                    <label for="cf-current-password"><?php esc_html_e('Current password', 'counterfoil'); ?></label>
                    <input id="cf-current-password" name="current_password" type="password" autocomplete="current-password" maxlength="200" required>
                </div>
                <div class="cf-field">
                    <label for="cf-new-password"><?php esc_html_e('New password', 'counterfoil'); ?></label>
                    <input id="cf-new-password" name="password" type="password" autocomplete="new-password" minlength="<?php echo Html::escape((string) $view->least_password); ?>" maxlength="200" required aria-describedby="cf-new-password-hint">
                    <p class="cf-hint" id="cf-new-password-hint"><?php
                        /* translators: %d: number of characters */
                        echo Html::escape(sprintf(__('At least %d characters. A few random words are easy to remember.', 'counterfoil'), $view->least_password));
            ?></p>
                </div>
                <button class="cf-button" type="submit"><?php esc_html_e('Change password', 'counterfoil'); ?></button>
                <p class="cf-hint"><?php esc_html_e('All other devices will be logged out.', 'counterfoil'); ?></p>
            </form>
        </details>
        <?php else : ?>
        <p class="cf-hint"><?php esc_html_e('You also use this account to work on this site. Change your email address and password in your WordPress profile.', 'counterfoil'); ?></p>
        <?php endif; ?>
    </section>
    <section class="cf-card" aria-labelledby="cf-billing">
        <h2 class="cf-h2" id="cf-billing"><?php esc_html_e('Bill to', 'counterfoil'); ?></h2>
        <div class="cf-lines">
            <?php foreach ($view->billing as $i => $line) : ?>
                <p class="<?php echo $i === 0 ? 'cf-strong' : ''; ?>"><bdi><?php echo Html::escape($line); ?></bdi></p>
            <?php endforeach; ?>
        </div>
        <p class="cf-hint">
            <?php esc_html_e('Need to change something?', 'counterfoil'); ?>
            <a href="<?php echo esc_url("mailto:{$view->help_email}"); ?>"><?php esc_html_e('Contact us', 'counterfoil'); ?></a>
        </p>
    </section>
</div>
<form class="cf-log-out" method="post" action="<?php echo esc_url($view->form_url); ?>">
    <input type="hidden" name="counterfoil_form" value="log-out">
    <button class="cf-link" type="submit"><?php esc_html_e('Log out', 'counterfoil'); ?></button>
</form>

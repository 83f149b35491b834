package org.otklik.web.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.otklik.settings.SingleSignOnSettings;
import org.otklik.web.openid.OpenIdException.Reason;

/**
 * The provider. One sign-in: {@link #address} leads the browser there; it comes back with an answer
 * for {@link #proven}.
 */
@ApplicationScoped
public class OpenIdProvider {
  @Inject private SingleSignOnSettings settings;
  @Inject private ProviderDirectory directory;

  /**
   * Where the browser is sent to.
   *
   * @param language that the provider is asked to speak
   * @throws OpenIdException UNREACHABLE
   */
  public URI address(PendingSignIn pending, Locale language) throws OpenIdException {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            new Scope(settings.scopes().toArray(String[]::new)),
            new ClientID(settings.clientId()),
            settings.callback())
        .endpointURI(directory.metadata().getAuthorizationEndpointURI())
        .state(new State(pending.state()))
        .nonce(new Nonce(pending.nonce()))
        .codeChallenge(new CodeVerifier(pending.verifier()), CodeChallengeMethod.S256)
        .uiLocales(List.of(tag(language)))
        .build()
        .toURI();
  }

  private static LangTag tag(Locale language) {
    try {
      return new LangTag(language.getLanguage());
    } catch (LangTagException e) {
      throw new IllegalArgumentException("No language: " + language, e);
    }
  }

  /**
   * Who came back.
   *
   * @param answer parameters of the request to our callback
   * @param pending that was begun with the answer's state, in the same browser
   * @param language of somebody whose provider says none
   * @throws OpenIdException if nobody is proven
   */
  public ProvenSignIn proven(
      Map<String, List<String>> answer, PendingSignIn pending, Locale language)
      throws OpenIdException {
    OIDCProviderMetadata metadata = directory.metadata();
    try {
      OIDCTokens tokens = redeemed(metadata, code(metadata, answer), pending);
      JWT idToken = tokens.getIDToken();
      IDTokenClaimsSet claims = directory.validator().validate(idToken, new Nonce(pending.nonce()));
      ProvenClaims proven =
          new ProvenClaims(claims.toJSONObject(), userInfo(metadata, tokens, claims));
      if (!proven.hasUsableSubject()) {
        throw new OpenIdException(Reason.UNPROVEN, "The subject cannot be stored.");
      }
      return new ProvenSignIn(proven.identity(settings, language), idToken.serialize());
    } catch (IOException | KeySourceException e) {
      throw new OpenIdException(Reason.UNREACHABLE, e);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new OpenIdException(Reason.UNPROVEN, e);
    }
  }

  private AuthorizationCode code(OIDCProviderMetadata metadata, Map<String, List<String>> answer)
      throws OpenIdException, ParseException {
    AuthenticationResponse response =
        AuthenticationResponseParser.parse(settings.callback(), answer);
    Issuer issuer = response.getIssuer();
    boolean mustSayIssuer = metadata.supportsAuthorizationResponseIssuerParam();
    if (issuer == null ? mustSayIssuer : !issuer.equals(metadata.getIssuer())) {
      throw new OpenIdException(Reason.UNPROVEN, "Another issuer answers: " + issuer);
    }
    if (!response.indicatesSuccess()) {
      String error = response.toErrorResponse().getErrorObject().getCode();
      boolean denied = OAuth2Error.ACCESS_DENIED.getCode().equals(error);
      throw new OpenIdException(denied ? Reason.DENIED : Reason.UNPROVEN, "It says: " + error);
    }
    AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
    if (code == null) {
      throw new OpenIdException(Reason.UNPROVEN, "There is no code in the answer.");
    }
    return code;
  }

  private OIDCTokens redeemed(
      OIDCProviderMetadata metadata, AuthorizationCode code, PendingSignIn pending)
      throws IOException, ParseException, OpenIdException {
    TokenRequest request =
        new TokenRequest.Builder(
                metadata.getTokenEndpointURI(),
                ourselves(metadata),
                new AuthorizationCodeGrant(
                    code, settings.callback(), new CodeVerifier(pending.verifier())))
            .build();
    TokenResponse response = OIDCTokenResponseParser.parse(sent(request.toHTTPRequest()));
    if (!response.indicatesSuccess()) {
      throw new OpenIdException(
          Reason.UNPROVEN,
          "The code was not redeemed: " + response.toErrorResponse().getErrorObject().getCode());
    }
    OIDCTokens tokens = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
    if (tokens.getIDToken() == null) {
      throw new OpenIdException(Reason.UNPROVEN, "There is no ID token.");
    }
    return tokens;
  }

  private ClientAuthentication ourselves(OIDCProviderMetadata metadata) {
    ClientID id = new ClientID(settings.clientId());
    Secret secret = new Secret(settings.clientSecret());
    List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
    boolean basic =
        methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return basic ? new ClientSecretBasic(id, secret) : new ClientSecretPost(id, secret);
  }

  /** Some providers tell groups and mails only there; signed answers are not read. */
  private Map<String, Object> userInfo(
      OIDCProviderMetadata metadata, OIDCTokens tokens, IDTokenClaimsSet claims)
      throws IOException, ParseException, OpenIdException {
    if (metadata.getUserInfoEndpointURI() == null) {
      return Map.of();
    }
    UserInfoRequest request =
        new UserInfoRequest(metadata.getUserInfoEndpointURI(), tokens.getAccessToken());
    UserInfoResponse response = UserInfoResponse.parse(sent(request.toHTTPRequest()));
    UserInfo info = response.indicatesSuccess() ? response.toSuccessResponse().getUserInfo() : null;
    if (info == null) {
      return Map.of();
    }
    if (!info.getSubject().equals(claims.getSubject())) {
      throw new OpenIdException(Reason.UNPROVEN, "The user info is somebody else's.");
    }
    return info.toJSONObject();
  }

  private static HTTPResponse sent(HTTPRequest request) throws IOException {
    request.setConnectTimeout(ProviderDirectory.PATIENCE_MS);
    request.setReadTimeout(ProviderDirectory.PATIENCE_MS);
    request.setFollowRedirects(false);
    return request.send();
  }

  /**
   * Where the browser is sent to after our own sign-out, to sign out there, too; empty where the
   * provider has no such place.
   *
   * @throws OpenIdException UNREACHABLE
   */
  public Optional<URI> signOutAddress(String idToken) throws OpenIdException {
    URI endpoint = directory.metadata().getEndSessionEndpointURI();
    if (endpoint == null) {
      return Optional.empty();
    }
    try {
      JWT hint = JWTParser.parse(idToken);
      return Optional.of(new LogoutRequest(endpoint, hint, settings.signedOut(), null).toURI());
    } catch (java.text.ParseException e) {
      throw new IllegalStateException("The ID token was one when it came.", e);
    }
  }
}

package org.otklik.web.openid;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
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
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
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
import java.util.List;
import java.util.Map;
import org.otklik.settings.SingleSignOnSettings;
import org.otklik.web.openid.OpenIdException.Reason;

/** What we ask the provider ourselves, past the browser. */
@ApplicationScoped
class ProviderCalls {
  @Inject private SingleSignOnSettings settings;

  /**
   * What the code is good for.
   *
   * @throws OpenIdException if it is good for nothing
   */
  OIDCTokens redeemed(OIDCProviderMetadata metadata, AuthorizationCode code, PendingSignIn pending)
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
  Map<String, Object> userInfo(
      OIDCProviderMetadata metadata, OIDCTokens tokens, IDTokenClaimsSet claims)
      throws IOException, ParseException, OpenIdException {
    if (metadata.getUserInfoEndpointURI() == null) {
      return Map.of();
    }
    UserInfoRequest request =
        new UserInfoRequest(metadata.getUserInfoEndpointURI(), tokens.getAccessToken());
    UserInfoResponse response = UserInfoResponse.parse(sent(request.toHTTPRequest()));
    if (!response.indicatesSuccess()) {
      throw new OpenIdException(Reason.UNPROVEN, "The user info was refused.");
    }
    UserInfo info = response.toSuccessResponse().getUserInfo();
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
}
